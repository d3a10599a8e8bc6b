using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose that a person audits no more, from the day of the third signature.</summary>
public sealed record ProposeAuditorDismissal(Guid Proposal, Guid Person) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.ArrangeAudit;

    /// <summary>The person neither audits nor is appointed to.</summary>
    public static readonly Rejection NotAppointed = new("auditor.not-appointed", RejectionKind.Conflict, "person");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) =>
        Governance.Proposal.Make(agreement, by, today, party => new AuditorDismissalProposed(Person, Proposal, party, by.Person));

    internal static Rejection? Obstacle(Agreement agreement, AuditorDismissalProposed proposed, DateOnly today) =>
        agreement.IsAuditorFrom(today, proposed.Person) ? null : NotAppointed;
}
