using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Issue nothing more of a batch. What it released stays; the other decisions can be ordered again, or carried out alone.</summary>
public sealed record WithdrawBatch : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.IssueCredentials;

    /// <summary>Decide on the batch's stream.</summary>
    public Outcome Decide(CredentialBatch? batch, Actor by)
    {
        if (batch is null || batch.Ordered.Body != by.Organisation) return CredentialBatch.Missing;
        if (batch.IsWithdrawn) return Outcome.NothingToDo;
        return batch.IsFinished ? CredentialBatch.Over : new BatchWithdrawn(batch.Ordered.Batch, by.Person);
    }
}
