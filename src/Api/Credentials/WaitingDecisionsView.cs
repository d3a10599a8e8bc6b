using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A body's decisions to certify that no credential carries out yet; shown to who issues for it. People are ids.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Decisions">The longest waiting first, up to 100.</param>
/// <param name="Next">Ask with <c>after</c> for more; null at the end.</param>
public sealed record WaitingDecisionsView(string Body, IReadOnlyList<WaitingDecisionsView.Waiting> Decisions, long? Next)
{
    private const int Most = 100;

    /// <summary>A decision that waits.</summary>
    public sealed record Waiting(Guid Decision, Guid Person, Guid Scheme, string TitleTh, string TitleEn, DateOnly DecidedOn);

    /// <summary>List them; that the list was shown is recorded.</summary>
    [WolverineGet("/api/decisions"), Serves<IssueCredential>]
    public static async Task<IResult> Get(long? after, HttpContext http, Viewer viewer, EventReader events, CancellationToken token)
    {
        var by = http.Features.GetRequiredFeature<Actor>();
        var (waiting, schemes, read, last) = (new List<Waiting>(), new Dictionary<Guid, SchemeEstablished>(), 0, 0L);
        await foreach (var e in events.Read(new() { WaitingAt = by.Organisation, After = after, First = Most }, token))
        {
            (read, last) = (read + 1, e.Sequence);
            var decided = (CertificationDecided)e.Data;
            // What renews the same credential may have carried out another decision: then this one waits for nothing.
            if (decided.Renews is not null && await events.Fold<Credential>(Credential.IdOf(decided), token) is not null) continue;
            if (!schemes.TryGetValue(decided.Scheme, out var scheme)) schemes[decided.Scheme] = scheme = (await events.Fold<Scheme>(decided.Scheme, token))!.Established;
            waiting.Add(new(decided.Decision, decided.Person, decided.Scheme, scheme.TitleTh, scheme.TitleEn, decided.DecidedOn));
        }
        return await viewer.List(by, "waiting-decisions", by.Organisation, waiting.DistinctBy(w => w.Person).Count(), new WaitingDecisionsView(by.Organisation, waiting, read == Most ? last : null), token);
    }
}
