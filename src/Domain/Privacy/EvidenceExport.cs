using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>One export of an evidence bundle: a stream of one event, which nothing follows.</summary>
public sealed record EvidenceExport(EvidenceExported Exported) : IEvolve<EvidenceExport>
{
    /// <inheritdoc/>
    public static EvidenceExport? Evolve(EvidenceExport? state, LedgerEvent e) => (state, e) switch
    {
        (null, EvidenceExported exported) => new(exported),
        _ => throw new ImpossibleEventException(typeof(EvidenceExport), e),
    };
}
