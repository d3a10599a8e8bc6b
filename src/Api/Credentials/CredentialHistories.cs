using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Credentials;

/// <summary>Reads a credential with everything that happened to it, and finds out what the caller can do.</summary>
public sealed class CredentialHistories(Viewer viewer, WhoActs who, SignedIn signedIn, EventReader events, Sealer sealer, CheckCodes codes, CredentialShapes shapes, RenewalReader renewals, OpenSuccessions successions, TimeProvider clock)
{
    /// <summary>Show it, once it is recorded that somebody else was shown it.</summary>
    public async Task<IResult> Show(Guid credential, CancellationToken token)
    {
        var history = new List<Recorded>();
        CredentialNow? now = null;
        await foreach (var e in events.Read(new() { Stream = credential }, token))
        {
            if (!CredentialNow.Has(e)) break;
            history.Add(e);
            now = CredentialNow.After(now, e);
        }
        return await viewer.Open(now?.State.Issued.Person, credential, Credential.Missing, async () => Results.Ok(await Of(now!, history, token)), token);
    }

    private async Task<CredentialHistoryView> Of(CredentialNow now, List<Recorded> history, CancellationToken token)
    {
        var (issued, moment) = (now.State.Issued, clock.GetUtcNow());
        var (today, caller) = (clock.ThaiToday(), signedIn.Who().Principal!.Id);
        var holder = await events.Fold<Person>(issued.Person, token);
        var key = await sealer.KeyOf(issued.Person, token);
        var entries = new List<CredentialHistoryView.Entry>();
        foreach (var e in history) entries.Add(await Of(e, token));
        return new(
            await renewals.Tell(CredentialView.Of(issued.Credential, new Shown<CredentialStanding>(now.Standing, today, moment, moment, history[^1].Sequence, null), moment, key is null, codes), now.Standing, moment, token),
            holder is null ? null : key?.NameOf(holder),
            SchemeView.Of((await events.Fold<Scheme>(issued.Scheme, token))!.Established), shapes.OfferedBy(issued.Document.Issuer), Pending.Of(now.State, today),
            [
                .. await successions.Of(now.State, holder, caller, token),
                .. OpenActs.Of(now.State, await RenewalChain.Behind(now.State, id => events.Fold<Credential>(id, token)), await events.Appealed(now.State, token), holder, await events.Fold<Agreement>(Agreement.TheId, token), await who.Entitled(caller, Duties.RevokeCredentials, token), Reach.Own(caller), today),
            ],
            entries);
    }

    private async Task<CredentialHistoryView.Entry> Of(Recorded e, CancellationToken token) => new(e.At, EventCatalogue.NameOf(e.Data), e.By.Person, e.By.Organisation,
        e.Data switch { CredentialRevoked r => r.Ground, RevocationNotified n => n.Ground, _ => null },
        (e.Data as CredentialSuspended)?.Ground,
        e.Data switch
        {
            RevocationNotified n => n.AnswerUntil,
            CredentialRevoked { With: null } r => Appeal.LastDay(r),
            _ => null,
        },
        await TextOf(e.Data, token),
        e.Data switch { RevocationNotified n => n.Renewals, CredentialRevoked r => r.Renewals, _ => null } ?? [], (e.Data as CredentialRevoked)?.With);

    private Task<string?> TextOf(LedgerEvent e, CancellationToken token) => e switch
    {
        CredentialSuspended s => sealer.OpenRemark<CredentialSuspended>(s.Remark, token),
        CredentialReinstated r => sealer.OpenRemark<CredentialReinstated>(r.Remark, token),
        CredentialRevoked r => sealer.OpenRemark<CredentialRevoked>(r.Remark, token),
        RevocationNotified n => sealer.OpenText<RevocationNotified>("particulars", n.Particulars, token),
        NoticeAnswered a => sealer.OpenText<NoticeAnswered>("answer", a.Answer, token),
        RevocationDropped d => sealer.OpenText<RevocationDropped>("reasons", d.Reasons, token),
        RevocationAppealed a => sealer.OpenText<RevocationAppealed>("reasons", a.Reasons, token),
        AppealDismissed d => sealer.OpenText<AppealDismissed>("reasons", d.Reasons, token),
        AppealUpheld u => sealer.OpenText<AppealUpheld>("reasons", u.Reasons, token),
        _ => Task.FromResult<string?>(null),
    };
}
