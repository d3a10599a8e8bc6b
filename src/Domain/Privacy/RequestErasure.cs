using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Privacy;

/// <summary>Ask to erase a person's data; everybody may for themself, and who decides on erasures for somebody who cannot.</summary>
public sealed record RequestErasure(Guid Erasure, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideErasure;

    /// <summary>A request with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyRequested = new("erasure.already-requested", RejectionKind.Conflict, "erasure");

    /// <summary>Another request of the same person waits for its decision.</summary>
    public static readonly Rejection AlreadyOpen = new("erasure.already-open", RejectionKind.Conflict);

    /// <summary>Decide on the person's stream.</summary>
    public Outcome Decide(Person? person, Actor by, DateOnly today)
    {
        if (person is null) return Person.Missing;
        if (person.Erasure(Erasure) is { Requested: var before })
            return (before.Remark, before.RequestedBy) == (Remark, by.Person) ? Outcome.NothingToDo : AlreadyRequested;
        if (person.IsErased) return Person.Erased;
        return person.Erasures.Any(e => e.IsOpen) ? AlreadyOpen : new ErasureRequested(person.Id, Erasure, today.AddDays(Privacy.Erasure.Days), Remark, by.Person);
    }
}
