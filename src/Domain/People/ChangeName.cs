using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

/// <summary>Record that a person has another name, with what proves it. The name arrives sealed; whoever seals checks it first with <see cref="RegisterPerson.Flaw(PersonName)"/>.</summary>
public sealed record ChangeName(Sealed<PersonName> Name, DateOnly From, Evidence Evidence) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepPersons;

    /// <summary>The person has that name already.</summary>
    public static readonly Rejection SameName = new("person.same-name", RejectionKind.Conflict, "name");

    /// <summary>The first day of the name has not come, or lies before that of the name in force.</summary>
    public static readonly Rejection BadDay = new("person.bad-day-of-name", RejectionKind.Invalid, "from");

    /// <summary>Nobody gives themself a name: it is signed into credentials.</summary>
    public static readonly Rejection OfOneself = new("person.name-of-oneself", RejectionKind.Forbidden);

    /// <summary>Decide on the person's stream.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isSame">Whether it is the name in force; only who holds the key can tell.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Person? person, bool isSame, Actor by, DateOnly today)
    {
        if (person is null) return Person.Missing;
        if (by.Person == person.Id) return OfOneself;
        var renamed = new PersonRenamed(person.Id, Name, From, Evidence);
        if (person.Renamed == renamed) return Outcome.NothingToDo;
        if (person.IsErased) return Person.Erased;
        if (Evidence.Flaw() is { } flaw) return flaw;
        if (From > today || From < person.Renamed?.From) return BadDay;
        return isSame ? SameName : renamed;
    }
}
