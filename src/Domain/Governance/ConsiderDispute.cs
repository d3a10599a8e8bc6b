using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Say how one's party sees a dispute, once; possible after the agreement's end for what was raised before (clause 10).</summary>
public sealed record ConsiderDispute(Guid Dispute, string View) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>The party has said how it sees the dispute.</summary>
    public static readonly Rejection AlreadyConsidered = new("dispute.already-considered", RejectionKind.Conflict, "view");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.PartiesOnly;
        if (agreement.Dispute(Dispute) is not { } dispute) return Governance.Dispute.Missing;
        if (dispute.Views.FirstOrDefault(v => party.Answers(v.Party)) is { } before)
            return (before.ConsideredBy, before.View) == (by.Person, View) ? Outcome.NothingToDo : AlreadyConsidered;
        return PlainText.IsPages(View) ? new DisputeConsidered(Dispute, party.Code, by.Person, View) : Governance.Dispute.BadText;
    }
}
