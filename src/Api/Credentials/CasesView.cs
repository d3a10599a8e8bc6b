using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Notices and appeals that wait, of the credentials that an organisation issued, and the appeals on which it could rule; shown to who revokes for it. Nobody is named.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Cases">The longest waiting first, up to 200.</param>
public sealed record CasesView(string Organisation, IReadOnlyList<CasesView.Case> Cases)
{
    private const int Most = 200;

    /// <summary>A case.</summary>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Issuer">Code of the body that issued it.</param>
    /// <param name="Ground">Why it may be revoked, or was.</param>
    /// <param name="Pending">What it waits for.</param>
    public sealed record Case(Guid Credential, string Number, string Issuer, Ground Ground, Pending Pending);

    /// <summary>List them; that the list was shown is recorded.</summary>
    [WolverineGet("/api/cases"), Serves<DecideRevocation>]
    public static async Task<IResult> Get(HttpContext http, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token)
    {
        var by = http.Features.GetRequiredFeature<Actor>();
        var agreement = await events.Fold<Agreement>(Agreement.TheId, token);
        var cases = new List<Case>();
        foreach (var id in await Open(events, token))
        {
            if (cases.Count == Most) break;
            if (await events.Fold<Credential>(id, token) is not { Issued.Document: var document } credential || Pending.Of(credential, clock.ThaiToday()) is not { } pending) continue;
            if (document.Issuer == by.Organisation || OpenActs.IsTaken(new RuleOnAppeal(AppealRuling.Upheld, null).Decide(credential, agreement, by, clock.ThaiToday())))
                cases.Add(new(id, document.Number, document.Issuer, credential.Revoked?.Ground ?? credential.Case!.Notice.Ground, pending));
        }
        return await viewer.List(by, "cases", by.Organisation, cases.Count, new CasesView(by.Organisation, cases), token);
    }

    // Of what has been noticed or appealed against and neither decided nor ruled on since.
    private static async Task<IReadOnlyCollection<Guid>> Open(EventReader events, CancellationToken token)
    {
        var open = new OrderedDictionary<Guid, bool>();
        await foreach (var e in events.Read(new() { Cases = true }, token))
        {
            if (e.Data is RevocationNotified or RevocationAppealed) open[e.Stream] = true;
            else if (e.Data is not NoticeAnswered) open.Remove(e.Stream);
        }
        return open.Keys;
    }
}
