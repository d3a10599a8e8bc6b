using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Notices and appeals that wait, of the credentials that an organisation issued, and the appeals on which it could rule; shown to who revokes for it. Nobody is named.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Cases">The longest waiting first, up to 100.</param>
/// <param name="Next">Ask with <c>after</c> for more; null at the end.</param>
public sealed record CasesView(string Organisation, IReadOnlyList<CasesView.Case> Cases, long? Next)
{
    private const int Most = 100;

    /// <summary>A case.</summary>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Issuer">Code of the body that issued it.</param>
    /// <param name="Ground">Why it may be revoked, or was.</param>
    /// <param name="Pending">What it waits for.</param>
    public sealed record Case(Guid Credential, string Number, string Issuer, Ground Ground, Pending Pending);

    /// <summary>List them; that the list was shown is recorded.</summary>
    [WolverineGet("/api/cases"), Serves<DecideRevocation>]
    public static async Task<IResult> Get(long? after, HttpContext http, Viewer viewer, EventReader events, RowLists rows, TimeProvider clock, CancellationToken token)
    {
        var by = http.Features.GetRequiredFeature<Actor>();
        var agreement = await events.Fold<Agreement>(Agreement.TheId, token);
        if (await rows.First(CredentialStanding.InCase(by.Organisation, RuleOnAppeal.HoldsMandate(agreement, by), after), Most + 1, token) is not { } open) return Lists.BeingBuilt;
        var cases = new List<Case>();
        foreach (var (id, document) in open.Take(Most).Select(r => (r.Id, r.Document)))
        {
            if (await events.Fold<Credential>(id, token) is not { } credential || Pending.Of(credential, clock.ThaiToday()) is not { } pending) continue;
            // Who had a hand in another body's case does not rule on it, so that it is not theirs to see.
            if (document.Issuer == by.Organisation || OpenActs.IsTaken(new RuleOnAppeal(AppealRuling.Upheld, null).Decide(credential, await events.Appealed(credential, token), null, agreement, by, clock.ThaiToday())))
                cases.Add(new(id, document.Number, document.Issuer, credential.Revoked?.Ground ?? credential.Case!.Notice.Ground, pending));
        }
        return await viewer.List(by, "cases", by.Organisation, cases.Count, new CasesView(by.Organisation, cases, open.Count > Most ? open[Most - 1].Open!.Since : null), token);
    }
}
