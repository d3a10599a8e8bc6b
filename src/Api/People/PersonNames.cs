using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.People;

/// <summary>What a person is called: the name in force, wherever a name is shown or signed.</summary>
public static class PersonNames
{
    /// <summary>The name that the person has now.</summary>
    public static PersonName NameOf(this PersonKey key, Person person) => person.Renamed is { } renamed
        ? key.Open<PersonRenamed, PersonName>("name", renamed.Name) : key.Open<PersonRegistered, PersonName>("name", person.Registered.Name);
}
