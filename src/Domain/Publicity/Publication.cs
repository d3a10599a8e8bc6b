using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Publicity;

/// <summary>A publication about the project, as it was recorded (row R-PUB).</summary>
public sealed record Publication(MaterialPublished Published) : IEvolve<Publication>
{
    /// <inheritdoc/>
    public static Publication? Evolve(Publication? state, LedgerEvent e) => (state, e) switch
    {
        (null, MaterialPublished published) => new(published),
        _ => throw new ImpossibleEventException(typeof(Publication), e),
    };
}
