using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>Withdraw an accreditation for good.</summary>
public sealed record WithdrawAccreditation(string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Accredit;

    /// <summary>Decide on the accreditation's stream.</summary>
    public Outcome Decide(Accreditation? accreditation, Agreement? agreement, Actor by)
    {
        if (accreditation is not { Granted: var granted }) return Accreditation.Missing;
        if (Supervision.Refusal(accreditation, agreement, by) is { } refused) return refused == Accreditation.Withdrawn ? Outcome.NothingToDo : refused;
        return PlainText.IsCode(Reference) ? new AccreditationWithdrawn(granted.Accreditation, Reference, by.Person) : Accreditation.BadReference;
    }
}
