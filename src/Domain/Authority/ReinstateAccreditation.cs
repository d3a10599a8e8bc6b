using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>Put a suspended accreditation in force again.</summary>
public sealed record ReinstateAccreditation(string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Accredit;

    /// <summary>Decide on the accreditation's stream.</summary>
    public Outcome Decide(Accreditation? accreditation, Agreement? agreement, Actor by)
    {
        if (accreditation is not { Granted: var granted }) return Accreditation.Missing;
        if (Supervision.Refusal(accreditation, agreement, by) is { } refused) return refused;
        if (!PlainText.IsCode(Reference)) return Accreditation.BadReference;
        return accreditation.Standing is AccreditationStanding.InForce ? Outcome.NothingToDo
            : new AccreditationReinstated(granted.Accreditation, Reference, by.Person);
    }
}
