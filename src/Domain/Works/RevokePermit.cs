using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>Take a permission back, from today on; what was shown before stays rightly shown.</summary>
public sealed record RevokePermit(Guid Permit, string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.GrantPermits;

    /// <summary>The work has no permit with that id.</summary>
    public static readonly Rejection Missing = new("permit.missing", RejectionKind.Missing, "permit");

    /// <summary>It was taken back before, by another letter.</summary>
    public static readonly Rejection AlreadyRevoked = new("permit.already-revoked", RejectionKind.Conflict);

    /// <summary>The reference is no plain line of text.</summary>
    public static readonly Rejection BadReference = new("permit.bad-reference", RejectionKind.Invalid, "reference");

    /// <summary>Decide on the work's stream.</summary>
    public Outcome Decide(Work? work, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (work is null) return Works.Work.Missing;
        if (!work.IsManagedBy(by.Organisation, agreement)) return Works.Work.NotTheOwner;
        if (work.Permit(Permit) is not { } permit) return Missing;
        if (permit.Revoked is { } before) return before.Reference == Reference ? Outcome.NothingToDo : AlreadyRevoked;
        return PlainText.IsCode(Reference) ? new PermitRevoked(work.Registered.Work, Permit, today, Reference) : BadReference;
    }
}
