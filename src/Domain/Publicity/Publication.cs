using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Publicity;

/// <summary>A publication about the project, as it was recorded (row R-PUB).</summary>
public sealed record Publication(MaterialPublished Published) : IEvolve<Publication>
{
    /// <summary>No publication with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("publication.missing", RejectionKind.Missing, "publication");

    /// <inheritdoc/>
    public static Publication? Evolve(Publication? state, LedgerEvent e) => (state, e) switch
    {
        (null, MaterialPublished published) => new(published),
        _ => throw new ImpossibleEventException(typeof(Publication), e),
    };
}
