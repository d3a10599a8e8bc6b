using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Order that many decisions be carried out, one after the other. Each is decided on when its turn comes, as if it were the only one.</summary>
public sealed record OrderBatch(Guid Batch, ValueList<Guid> Decisions) : ICommand
{
    /// <summary>The most decisions of a batch.</summary>
    public const int MaxDecisions = 10_000;

    /// <inheritdoc/>
    public static Duty Needs => Duties.IssueCredentials;

    /// <summary>No decision, or more than <see cref="MaxDecisions"/>.</summary>
    public static readonly Rejection BadSize = new("batch.bad-size", RejectionKind.Invalid, "decisions");

    /// <summary>A decision stands in it twice.</summary>
    public static readonly Rejection DecisionRepeated = new("batch.decision-repeated", RejectionKind.Invalid, "decisions");

    /// <summary>A batch of that id with other decisions, or another's, is in the ledger.</summary>
    public static readonly Rejection AlreadyOrdered = new("batch.already-ordered", RejectionKind.Conflict, "batch");

    /// <summary>Decide on the batch's stream.</summary>
    public Outcome Decide(CredentialBatch? batch, Actor by)
    {
        var order = new BatchOrdered(Batch, by.Organisation, Decisions, by.Person);
        if (batch is not null) return batch.Ordered == order ? Outcome.NothingToDo : AlreadyOrdered;
        if (Decisions.Count is 0 or > MaxDecisions) return BadSize;
        return Decisions.Distinct().Count() == Decisions.Count ? order : DecisionRepeated;
    }
}
