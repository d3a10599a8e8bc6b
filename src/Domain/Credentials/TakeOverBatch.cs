using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Go on, in one's own name, with a batch of the body that rests because whoever it goes on for may not issue any more.</summary>
public sealed record TakeOverBatch : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.IssueCredentials;

    /// <summary>It does not rest: whoever it goes on for may still issue.</summary>
    public static readonly Rejection NotResting = new("batch.not-resting", RejectionKind.Conflict, "batch");

    /// <summary>Decide on the batch's stream.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="by">Who takes it over.</param>
    /// <param name="rests">Whether the one it goes on for may not issue for the body today.</param>
    public Outcome Decide(CredentialBatch? batch, Actor by, bool rests)
    {
        if (batch is null || batch.Ordered.Body != by.Organisation) return CredentialBatch.Missing;
        if (batch.TakenOverBy == by.Person) return Outcome.NothingToDo;
        if (!batch.IsOpen) return CredentialBatch.Over;
        return rests ? new BatchTakenOver(batch.Ordered.Batch, by.Person) : NotResting;
    }
}
