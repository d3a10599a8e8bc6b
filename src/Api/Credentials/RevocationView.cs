using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>How a revocation came about, with the reasons in full: what the holder must see to answer and to appeal. Texts are null once the holder's data was erased.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Notice">The notice to the holder; null for none, or once an appeal was upheld.</param>
/// <param name="Revocation">The revocation; null while the credential stands.</param>
/// <param name="Appeal">The holder's appeal; null for none.</param>
public sealed record RevocationView(Guid Credential, RevocationView.NoticeShown? Notice, RevocationView.RevocationShown? Revocation, RevocationView.AppealShown? Appeal)
{
    /// <summary>A notice, the holder's answer, and the reasons for which it was dropped; with the later renewals that it is about too.</summary>
    public sealed record NoticeShown(Ground Ground, DateOnly AnswerUntil, string? Particulars, bool Answered, string? Answer, bool Dropped, string? DropReasons, IReadOnlyList<Guid> Renewals);

    /// <summary>A revocation, and the last day to appeal; null where the holder asked for it, or the appeal is against the revocation of the credential that this one was revoked with, which it renews.</summary>
    public sealed record RevocationShown(Ground Ground, DateOnly From, string? Reasons, DateOnly? AppealUntil, IReadOnlyList<Guid> Renewals, Guid? With);

    /// <summary>An appeal, and the ruling; null while nobody has ruled.</summary>
    public sealed record AppealShown(string? Reasons, AppealRuling? Ruling, string? RulingReasons);

    /// <summary>Show it, to the holder and to who may read their record.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}/revocation"), Personal("revocation")]
    public static Task<IResult> Get(Guid credentialId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Credential>(credentialId, Domain.Credentials.Credential.Missing, c => c.Issued.Person, async c =>
            (object)new RevocationView(credentialId, await Of(c.Case, sealer, token), await Of(c.Revoked, sealer, token), await Of(c.Appeal, sealer, token)), token);

    private static async Task<NoticeShown?> Of(RevocationCase? c, Sealer sealer, CancellationToken token) => c is null ? null : new(
        c.Notice.Ground, c.Notice.AnswerUntil, await sealer.OpenText<RevocationNotified>("particulars", c.Notice.Particulars, token),
        c.Answer is not null, await sealer.OpenText<NoticeAnswered>("answer", c.Answer?.Answer, token),
        c.Dropped is not null, await sealer.OpenText<RevocationDropped>("reasons", c.Dropped?.Reasons, token), c.Notice.Renewals ?? []);

    private static async Task<RevocationShown?> Of(CredentialRevoked? r, Sealer sealer, CancellationToken token) => r is null ? null : new(
        r.Ground, r.Effective, await sealer.OpenRemark<CredentialRevoked>(r.Remark, token),
        r.With is null ? Domain.Credentials.Appeal.LastDay(r) : null, r.Renewals ?? [], r.With);

    private static async Task<AppealShown?> Of(Appeal? a, Sealer sealer, CancellationToken token) => a is null ? null : new(
        await sealer.OpenText<RevocationAppealed>("reasons", a.Lodged.Reasons, token),
        a.Upheld is not null ? AppealRuling.Upheld : a.Dismissed is not null ? AppealRuling.Dismissed : null,
        await sealer.OpenText<AppealUpheld>("reasons", a.Upheld?.Reasons, token) ?? await sealer.OpenText<AppealDismissed>("reasons", a.Dismissed?.Reasons, token));
}
