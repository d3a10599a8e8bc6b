using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>Suspend an accreditation: nothing new is recorded under it until it is reinstated.</summary>
public sealed record SuspendAccreditation(string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Accredit;

    /// <summary>Decide on the accreditation's stream.</summary>
    public Outcome Decide(Accreditation? accreditation, Agreement? agreement, Actor by)
    {
        if (accreditation is not { Granted: var granted }) return Accreditation.Missing;
        if (Supervision.Refusal(accreditation, agreement, by) is { } refused) return refused;
        if (!PlainText.IsCode(Reference)) return Accreditation.BadReference;
        return accreditation.Standing is AccreditationStanding.Suspended ? Outcome.NothingToDo
            : new AccreditationSuspended(granted.Accreditation, Reference, by.Person);
    }
}
