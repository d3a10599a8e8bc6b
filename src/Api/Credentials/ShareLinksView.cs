using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>One's own share links, and who looked.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Links">In the order in which they were made.</param>
/// <param name="Credentials">What there is to share.</param>
public sealed record ShareLinksView(Guid Person, IReadOnlyList<ShareLinksView.Link> Links, IReadOnlyList<ShareLinksView.Shareable> Credentials)
{
    /// <summary>A link.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">The credential's number.</param>
    /// <param name="Scope">How much it shows.</param>
    /// <param name="Made">When it was made.</param>
    /// <param name="Until">Its last day.</param>
    /// <param name="Works">Whether it shows anything today.</param>
    /// <param name="Withdrawn">When it was taken back; null while it was not.</param>
    /// <param name="Address">Its address with the secret, to give away; null once it shows nothing.</param>
    /// <param name="Looks">Who looked, in order.</param>
    public sealed record Link(Guid Id, Guid Credential, string Number, ShareScope Scope, DateTimeOffset Made, DateOnly Until, bool Works, DateTimeOffset? Withdrawn, Uri? Address, IReadOnlyList<Look> Looks);

    /// <summary>A look.</summary>
    /// <param name="Recorded">When.</param>
    /// <param name="Looker">For which organisation they said that they look; null where they said nothing, or the holder's data was erased. Nobody checked it.</param>
    public sealed record Look(DateTimeOffset Recorded, string? Looker);

    /// <summary>A credential that can be shared.</summary>
    public sealed record Shareable(Guid Credential, string Number);

    /// <summary>Show one's links.</summary>
    [WolverineGet("/api/people/{personId:guid}/share-links"), OwnOr<MakeShareLink>]
    public static async Task<IResult> Get(Guid personId, EventReader events, Documents documents, ShareSecrets secrets, Sealer sealer, TimeProvider clock, CancellationToken token)
    {
        var (today, held) = (clock.ThaiToday(), await documents.Of(personId, token));
        var looks = new Dictionary<Guid, List<Look>>();
        await foreach (var e in events.Read(new() { Subject = personId }, token))
        {
            if (e.Data is not ShareLinkOpened look) continue;
            if (!looks.TryGetValue(look.Link, out var known)) looks[look.Link] = known = [];
            known.Add(new(e.At, look.Looker is { } looker && await sealer.KeyOf(personId, token) is { } key ? key.Open<ShareLinkOpened, string>("looker", looker) : null));
        }
        var links = new List<Link>();
        await foreach (var e in events.Read(new() { Person = personId }, token))
        {
            if (e.Data is ShareLinkMade m)
                links.Add(new(m.Link, m.Credential, held.First(h => h.Credential == m.Credential).Number, m.Scope, e.At, m.Until, m.Until >= today, null,
                    m.Until >= today ? secrets.AddressOf(m.Link) : null, looks.GetValueOrDefault(m.Link) ?? []));
            if (e.Data is ShareLinkWithdrawn w && links.FindIndex(l => l.Id == w.Link) is var at)
                links[at] = links[at] with { Withdrawn = e.At, Works = false, Address = null };
        }
        return Results.Ok(new ShareLinksView(personId, links, [.. held.Select(h => new Shareable(h.Credential, h.Number))]));
    }
}
