using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A batch of decisions to carry out, and how far it is. What it has dealt with is a beginning of what was ordered.</summary>
public sealed record CredentialBatch(BatchOrdered Ordered, int Issued, int IssuedBefore, ValueList<BatchRefusal> Refused, bool IsFinished) : IEvolve<CredentialBatch>
{
    /// <summary>The ledger has no batch of that id, or it is another body's.</summary>
    public static readonly Rejection Missing = new("batch.missing", RejectionKind.Missing, "batch");

    /// <summary>Every decision of it was dealt with, or it was withdrawn.</summary>
    public static readonly Rejection Over = new("batch.over", RejectionKind.Conflict, "batch");

    /// <summary>In whose name the next credentials are issued: who ordered, or the last who took it over.</summary>
    public Guid InNameOf => TakenOverBy ?? Ordered.OrderedBy;

    /// <summary>The last who took it over; null while nobody has.</summary>
    public Guid? TakenOverBy { get; init; }

    /// <summary>Whether it was ended before all was dealt with.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether something of it is still to be carried out.</summary>
    public bool IsOpen => !IsFinished && !IsWithdrawn;

    /// <summary>How many decisions were dealt with.</summary>
    public int Done => Issued + IssuedBefore + Refused.Count;

    /// <summary>How many were not.</summary>
    public int Remaining => Ordered.Decisions.Count - Done;

    /// <summary>The next decisions to deal with, at most so many.</summary>
    public IReadOnlyList<Guid> Next(int most) => [.. Ordered.Decisions.Skip(Done).Take(most)];

    /// <summary>The next decisions were dealt with so; with the last of them the batch is finished.</summary>
    public Outcome Advance(int issued, int issuedBefore, ValueList<BatchRefusal> refused)
    {
        var advanced = new BatchAdvanced(Ordered.Batch, issued, issuedBefore, refused);
        return DealtWith(advanced) == Remaining ? Outcome.Together(advanced, new BatchFinished(Ordered.Batch)) : advanced;
    }

    /// <inheritdoc/>
    public static CredentialBatch? Evolve(CredentialBatch? state, LedgerEvent e) => (state, e) switch
    {
        (null, BatchOrdered ordered) => new(ordered, 0, 0, [], false),
        ({ IsOpen: true } batch, BatchAdvanced a) when DealtWith(a) <= batch.Remaining => batch with
        {
            Issued = batch.Issued + a.Issued,
            IssuedBefore = batch.IssuedBefore + a.IssuedBefore,
            Refused = [.. batch.Refused, .. a.Refused],
        },
        ({ IsOpen: true, Remaining: 0 } batch, BatchFinished) => batch with { IsFinished = true },
        ({ IsOpen: true } batch, BatchTakenOver over) => batch with { TakenOverBy = over.By },
        ({ IsOpen: true } batch, BatchWithdrawn) => batch with { IsWithdrawn = true },
        _ => throw new ImpossibleEventException(typeof(CredentialBatch), e),
    };

    private static int DealtWith(BatchAdvanced advanced) => advanced.Issued + advanced.IssuedBefore + advanced.Refused.Count;
}
