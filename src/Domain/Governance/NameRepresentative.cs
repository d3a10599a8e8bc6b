using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Governance;

/// <summary>Name who signs for one's party from a day on; until then the present representative does.</summary>
public sealed record NameRepresentative(Guid Person, DateOnly From) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Represent;

    /// <summary>Nobody represents a party for days that are over.</summary>
    public static readonly Rejection PastDate = new("representative.past-date", RejectionKind.Invalid, "from");

    /// <summary>Nobody represents two parties.</summary>
    public static readonly Rejection OfAnotherParty = new("representative.of-another-party", RejectionKind.Conflict, "person");

    /// <summary>Whoever audits does not sign what is audited.</summary>
    public static readonly Rejection Audits = new("representative.audits", RejectionKind.Conflict, "person");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Person? person, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.PartiesOnly;
        if (party.Representatives[^1] == new Representative(Person, From)) return Outcome.NothingToDo;
        if (party.RepresentativeOn(today) != by.Person) return Agreement.RepresentativesOnly;
        if (person is null) return People.Person.Missing;
        if (From < today) return PastDate;
        if (agreement.Parties.Any(p => p != party && p.IsRepresentedFrom(From, Person))) return OfAnotherParty;
        return agreement.IsAuditorFrom(From, Person) ? Audits : new RepresentativeNamed(Person, party.Code, From, by.Person);
    }
}
