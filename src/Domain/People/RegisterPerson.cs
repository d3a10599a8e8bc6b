using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

/// <summary>Make a person known to the ledger. Name and national id arrive sealed; whoever seals checks the digits first with <see cref="Flaw"/>.</summary>
public sealed record RegisterPerson(Guid Person, Sealed<PersonName> Name, Sealed<string> NationalId, Personnel Personnel, bool Synthetic) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepPersons;

    /// <summary>Not 13 digits.</summary>
    public static readonly Rejection MalformedNationalId = new("person.malformed-national-id", RejectionKind.Invalid, "nationalId");

    /// <summary>The 13th digit is not the check digit of the others.</summary>
    public static readonly Rejection WrongCheckDigit = new("person.wrong-check-digit", RejectionKind.Invalid, "nationalId");

    /// <summary>A name is no plain line of text.</summary>
    public static readonly Rejection BadName = new("person.bad-name", RejectionKind.Invalid, "name");

    /// <summary>Another person has that national id.</summary>
    public static readonly Rejection Duplicate = new("person.duplicate", RejectionKind.Conflict, "nationalId");

    /// <summary>A person with that id and other particulars is in the ledger.</summary>
    public static readonly Rejection AlreadyRegistered = new("person.already-registered", RejectionKind.Conflict, "person");

    /// <summary>What is wrong with a name by itself, or null.</summary>
    public static Rejection? Flaw(PersonName name) =>
        !PlainText.IsTitle(name.Th) || name.En is { } en && !PlainText.IsTitle(en) ? BadName : null;

    /// <summary>What is wrong with a national id by itself, or null.</summary>
    public static Rejection? Flaw(string nationalId) =>
        !People.NationalId.HasShape(nationalId) ? MalformedNationalId
        : !People.NationalId.IsValid(nationalId) ? WrongCheckDigit : null;

    /// <summary>Decide on the person's stream.</summary>
    /// <param name="person">The person under this id, if any.</param>
    /// <param name="known">The id of the person who has this national id already, from the keyed lookup; null when nobody has.
    /// It is this very person when a registration broke off after the lookup was written.</param>
    public Outcome Decide(Person? person, Guid? known)
    {
        var registered = new PersonRegistered(Person, Name, NationalId, Personnel, Synthetic);
        if (person is { IsErased: true }) return People.Person.Erased;
        if (person is not null) return person.Registered == registered ? Outcome.NothingToDo : AlreadyRegistered;
        return known is null || known == Person ? registered : Duplicate;
    }
}
