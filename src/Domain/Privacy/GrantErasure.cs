using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Privacy;

/// <summary>Erase a person's data as it was asked: whoever records this destroys the person's key with it.</summary>
public sealed record GrantErasure(Guid Erasure, ValueList<Guid> Exports) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideErasure;

    /// <summary>Decide on the person's stream.</summary>
    public Outcome Decide(Person? person, Actor by)
    {
        if (person is null) return Person.Missing;
        if (person.Erasure(Erasure) is not { } erasure) return Privacy.Erasure.Missing;
        if (erasure.Granted?.DecidedBy == by.Person) return Outcome.NothingToDo;
        return Privacy.Erasure.Refusal(person, erasure, by) is { } refusal ? refusal : new ErasureGranted(person.Id, Erasure, Exports, by.Person);
    }
}
