using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A link by which a holder shows a credential: made, perhaps withdrawn. That it has expired follows from its last day and is never an event.</summary>
public sealed record ShareLink(ShareLinkMade Made, bool IsWithdrawn) : IEvolve<ShareLink>
{
    /// <summary>The person has no link of that id.</summary>
    public static readonly Rejection Missing = new("share-link.missing", RejectionKind.Missing, "link");

    /// <summary>Whether it shows anything on a day.</summary>
    public bool WorksOn(DateOnly day) => !IsWithdrawn && day <= Made.Until;

    /// <inheritdoc/>
    public static ShareLink? Evolve(ShareLink? state, LedgerEvent e) => (state, e) switch
    {
        (null, ShareLinkMade made) => new(made, false),
        ({ IsWithdrawn: false } link, ShareLinkWithdrawn) => link with { IsWithdrawn = true },
        _ => throw new ImpossibleEventException(typeof(ShareLink), e),
    };
}
