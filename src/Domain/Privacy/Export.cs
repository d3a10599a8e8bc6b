using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>One export of what the ledger holds on a person: a stream of one event, which nothing follows.</summary>
public sealed record Export(ExportMade Made) : IEvolve<Export>
{
    /// <inheritdoc/>
    public static Export? Evolve(Export? state, LedgerEvent e) => (state, e) switch
    {
        (null, ExportMade made) => new(made),
        _ => throw new ImpossibleEventException(typeof(Export), e),
    };
}
