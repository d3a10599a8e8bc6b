using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A recognised equivalence: its terms, who signed them, and whether it was withdrawn.</summary>
/// <param name="Id">The equivalence.</param>
/// <param name="Organisation">Code of the organisation that recognised and signed.</param>
/// <param name="Qualification">The foreign qualification.</param>
/// <param name="Framework">Code of the framework version of the unit that it counts as.</param>
/// <param name="Unit">Code of that unit.</param>
/// <param name="Level">Level of that unit; null for a unit without levels.</param>
/// <param name="AwardedFrom">First day on which an award was made that counts.</param>
/// <param name="AwardedUntil">Last day on which an award was made that counts; null without end.</param>
/// <param name="Months">Months from its day for which an award counts; null without end.</param>
/// <param name="AppliesFrom">First day on which an award is accepted under it.</param>
/// <param name="Decision">The decision that it rests on.</param>
/// <param name="Statement">The signature, and with what key it was made.</param>
/// <param name="Withdrawn">Its withdrawal; null while there is none.</param>
public sealed record EquivalenceView(Guid Id, string Organisation, ForeignQualification Qualification, string Framework, string Unit, int? Level,
    DateOnly AwardedFrom, DateOnly? AwardedUntil, int? Months, DateOnly AppliesFrom, RecognitionDecision Decision, StatementSignature Statement, EquivalenceView.Withdrawal? Withdrawn)
{
    /// <summary>From which day on no award is accepted under it, by which decision, and who signed it; nobody before withdrawals were signed.</summary>
    public sealed record Withdrawal(DateOnly From, RecognitionDecision Decision, string? Organisation, StatementSignature? Statement);

    /// <summary>Whether awards are accepted under it on a day.</summary>
    public bool AppliesOn(DateOnly day) => AppliesFrom <= day && !(Withdrawn?.From <= day);

    /// <summary>Show an equivalence.</summary>
    [WolverineGet("/api/equivalences/{equivalenceId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid equivalenceId, Viewer viewer, CancellationToken token) =>
        viewer.State<Equivalence>(equivalenceId, Equivalence.Missing, Of, token);

    internal static EquivalenceView Of(Equivalence equivalence)
    {
        var ((id, organisation, t, statement, _), withdrawn) = (equivalence.Recognised, equivalence.Withdrawn);
        return new(id, organisation, t.Qualification, t.Framework, t.Unit, t.Level, t.AwardedFrom, t.AwardedUntil, t.Months, t.AppliesFrom, t.Decision, statement,
            withdrawn is null ? null : new(withdrawn.From, withdrawn.Decision, withdrawn.Organisation, withdrawn.Statement));
    }
}
