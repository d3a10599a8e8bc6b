using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>One look by a share link: a stream of one event, which nothing follows.</summary>
public sealed record ShareLinkAccess(ShareLinkOpened Opened) : IEvolve<ShareLinkAccess>
{
    /// <inheritdoc/>
    public static ShareLinkAccess? Evolve(ShareLinkAccess? state, LedgerEvent e) => (state, e) switch
    {
        (null, ShareLinkOpened opened) => new(opened),
        _ => throw new ImpossibleEventException(typeof(ShareLinkAccess), e),
    };
}
