using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>The page docs/duties.md, made from the code and the agreement: each duty, its clauses, who can grant it, and what it opens.</summary>
public static class DutiesPage
{
    /// <summary>The page in Markdown.</summary>
    /// <param name="endpoints">Every endpoint that is served.</param>
    /// <param name="agreement">The agreement as it was signed.</param>
    public static string Write(IEnumerable<Endpoint> endpoints, Agreement agreement)
    {
        var served = endpoints.OfType<RouteEndpoint>().SelectMany(Lines).OrderBy(l => l.Address, StringComparer.Ordinal).ToArray();
        var page = new StringBuilder("""
            # Duties

            Made by `eng/ledger duties` from the code and the agreement; a test holds that it is true. What a duty needs stands beside its command in `src/Domain`.
            A clause names the mandate of the agreement that a duty comes from, with the party that holds it, and so can appoint people to it. *Winding up*: goes on after the agreement's end,
            and under a suspended or withdrawn accreditation.

            | duty | clauses | given by | winding up | opens |
            |---|---|---|---|---|

            """);
        foreach (var duty in Duties.All)
        {
            var clauses = string.Join(", ", duty.Clauses.Select(c => $"{c} ({agreement.HolderOf(c)?.Code})"));
            page.AppendLine($"| `{duty.Code}` | {clauses} | {GivenBy(duty)} | {(duty.WindingUp ? "yes" : "")} | {string.Join("<br>", served.Where(l => l.Duty == duty).Select(l => l.Address))} |");
        }
        Section(page, "Whoever signed in", served.Where(l => l is { Duty: null, SignIn: true }));
        Section(page, "Everybody", served.Where(l => !l.SignIn));
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Section(StringBuilder page, string title, IEnumerable<Line> lines)
    {
        page.AppendLine($"\n## {title}\n");
        foreach (var line in lines) page.AppendLine($"- {line.Address}");
    }

    private static string GivenBy(Duty duty)
    {
        if (duty == Duties.Represent) return "the agreement, which names the representative of each party";
        if (duty == Duties.Audit) return "an act that all three representatives sign";
        if (duty == Duties.OwnRecord) return "being the person";
        if (duty == Duties.Supervise) return "holding the post to which the other's post reports";
        var kinds = Enum.GetValues<AccreditationKind>().Select(Kinds.Of).Where(k => duty == Duties.Appoint || k.Duties.Contains(duty)).Select(k => k.Name).ToArray();
        return kinds.Length == 0 ? "appointment by a party" : $"appointment by a party, or by an accredited {string.Join(", ", kinds)}";
    }

    private static IEnumerable<Line> Lines(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<Need>() is not { } need) return [];
        var address = $"`{string.Join(' ', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])} {endpoint.RoutePattern.RawText}`";
        var name = endpoint.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType.Name.Replace("Endpoint", "", StringComparison.Ordinal);
        return need switch
        {
            ImportsAttribute => ImportKind.All.Select(k => new Line(k.Needs, $"import of {k.Name} {address.Replace("{kind}", k.Name, StringComparison.Ordinal)}", true)),
            PersonalAttribute => [.. ((Duty[])[Duties.ReadRecords, Duties.OwnRecord, Duties.Supervise]).Select(d => new Line(d, $"{name} {address}".Trim(), true))],
            _ => [new(need.Duty, $"{name} {address}".Trim(), need.SignIn)],
        };
    }

    private sealed record Line(Duty? Duty, string Address, bool SignIn);
}
