using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Credentials;

/// <summary>Finds a body's decisions that wait for a credential, and asks of each that is shown whether it could be carried out today.</summary>
public sealed class WaitingDecisions(RowLists rows, EventReader events, CredentialIssuing issuing, UnitOfWork work, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Those after a place in the ledger, the longest waiting first; null while they cannot be listed.</summary>
    public async Task<WaitingDecisionsView?> Of(Actor by, long? after, CancellationToken token)
    {
        if (await rows.First(AwaitedCredential.At(by.Organisation, after), Most + 1, token) is not { } found) return null;
        var shown = found.Take(Most).ToList();
        var decisions = shown.SelectMany(r => r.Waiting).ToList();
        var outlook = await issuing.Outlook(work, [.. decisions.Select(d => d.Id)], by, clock.ThaiToday(), token);
        var (waiting, schemes) = (new List<WaitingDecisionsView.Waiting>(), new Dictionary<Guid, SchemeEstablished>());
        foreach (var d in decisions)
        {
            if (!schemes.TryGetValue(d.Scheme, out var scheme)) schemes[d.Scheme] = scheme = (await events.Fold<Scheme>(d.Scheme, token))!.Established;
            var (refusal, hindrance) = outlook[d.Id];
            waiting.Add(new(d.Id, d.Person, d.Scheme, scheme.TitleTh, scheme.TitleEn, d.DecidedOn, refusal?.Code, hindrance is not null));
        }
        return new(by.Organisation, waiting, found.Count > Most ? shown[^1].Since : null);
    }
}
