using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>One look at a list of persons: a stream of one event, which nothing follows.</summary>
public sealed record ListAccess(ListOpened Opened) : IEvolve<ListAccess>
{
    /// <inheritdoc/>
    public static ListAccess? Evolve(ListAccess? state, LedgerEvent e) => (state, e) switch
    {
        (null, ListOpened opened) => new(opened),
        _ => throw new ImpossibleEventException(typeof(ListAccess), e),
    };
}
