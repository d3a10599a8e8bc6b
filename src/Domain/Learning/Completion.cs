using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

/// <summary>A training completion, in force unless annulled (row R-TRAIN).</summary>
public sealed record Completion(CompletionRecorded Recorded, CompletionAnnulled? Annulled) : IEvolve<Completion>
{
    /// <summary>No completion with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("completion.missing", RejectionKind.Missing, "completion");

    /// <inheritdoc/>
    public static Completion? Evolve(Completion? state, LedgerEvent e) => (state, e) switch
    {
        (null, CompletionRecorded recorded) => new(recorded, null),
        ({ Annulled: null } completion, CompletionAnnulled annulled) => completion with { Annulled = annulled },
        _ => throw new ImpossibleEventException(typeof(Completion), e),
    };
}
