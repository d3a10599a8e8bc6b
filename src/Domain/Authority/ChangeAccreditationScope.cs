using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Authority;

/// <summary>Change what an accredited organisation may do, or who answers for it.</summary>
public sealed record ChangeAccreditationScope(Scope Scope) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Accredit;

    /// <summary>Decide on the accreditation's stream.</summary>
    public Outcome Decide(Accreditation? accreditation, Agreement? agreement, Person? head, Actor by)
    {
        if (accreditation is not { Granted: var granted }) return Accreditation.Missing;
        if (Supervision.Refusal(accreditation, agreement, by) is { } refused) return refused;
        if (accreditation.Scope == Scope) return Outcome.NothingToDo;
        if (AccreditOrganisation.Flaw(Scope, granted.Kind) is { } flaw) return flaw;
        if (head is null) return Person.Missing;
        return head.Id == by.Person ? AccreditOrganisation.OfOneself : new AccreditationScopeChanged(granted.Accreditation, Scope, by.Person);
    }
}
