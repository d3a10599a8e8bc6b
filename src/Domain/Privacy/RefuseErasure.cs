using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Privacy;

/// <summary>Keep a person's data although it was asked to erase it, on a ground that the law names.</summary>
public sealed record RefuseErasure(Guid Erasure, KeepingGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideErasure;

    /// <summary>Decide on the person's stream.</summary>
    public Outcome Decide(Person? person, Actor by)
    {
        if (person is null) return Person.Missing;
        if (person.Erasure(Erasure) is not { } erasure) return Privacy.Erasure.Missing;
        var refused = new ErasureRefused(person.Id, Erasure, Ground, Remark, by.Person);
        if (erasure.Refused == refused) return Outcome.NothingToDo;
        return Privacy.Erasure.Refusal(person, erasure, by) is { } refusal ? refusal : refused;
    }
}
