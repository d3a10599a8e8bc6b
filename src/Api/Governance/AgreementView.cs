using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>The agreement as it is today, for everybody: it shows no person.</summary>
/// <param name="TitleTh">Official title in Thai.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="SignedOn">Day of signature.</param>
/// <param name="TextSha256">SHA-256 of the signed text.</param>
/// <param name="InForce">Whether it is in force today.</param>
/// <param name="Ends">First day on which it is no longer in force; null without end.</param>
/// <param name="Parties">The three, with what they were before.</param>
/// <param name="Mandates">Who has which duty.</param>
/// <param name="Amendments">The annexes.</param>
public sealed record AgreementView(string TitleTh, string TitleEn, DateOnly SignedOn, string TextSha256, bool InForce, DateOnly? Ends,
    IReadOnlyList<AgreementView.PartyView> Parties, IReadOnlyList<Mandate> Mandates, IReadOnlyList<AgreementView.AmendmentView> Amendments)
{
    /// <summary>A party, without its representative.</summary>
    public sealed record PartyView(string Code, string NameTh, string NameEn, IReadOnlyList<FormerParty> Former);

    /// <summary>An annex.</summary>
    public sealed record AmendmentView(int Number, Guid Proposal, DateOnly AnnexedOn, string Text, string TextSha256, IReadOnlyList<MandateChange> Changes);

    /// <summary>Show the agreement.</summary>
    [WolverineGet("/api/agreement"), Open]
    public static async Task<IResult> Get(EventReader events, TimeProvider clock, CancellationToken token) =>
        await events.Fold<Agreement>(Agreement.TheId, token) is { } agreement ? Results.Ok(Of(agreement, clock.ThaiToday())) : Problem.Of(Agreement.Missing);

    private static AgreementView Of(Agreement a, DateOnly today) => new(a.Signed.TitleTh, a.Signed.TitleEn, a.Signed.SignedOn, a.Signed.TextSha256, a.InForceOn(today), a.Ends,
        [.. a.Parties.Select(p => new PartyView(p.Code, p.NameTh, p.NameEn, p.Former))],
        [.. a.Mandates.Select(m => m with { Party = a.Party(m.Party)!.Code })],
        [.. a.Amendments.Select(m => Of(m, (AmendmentProposed)a.Proposal(m.Proposal)!.Content))]);

    private static AmendmentView Of(AmendmentAnnexed annexed, AmendmentProposed proposed) =>
        new(annexed.Number, annexed.Proposal, annexed.AnnexedOn, proposed.Text, proposed.TextSha256, annexed.Changes);
}
