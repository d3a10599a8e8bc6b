using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Take a link back, for good.</summary>
public sealed record WithdrawShareLink : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.OwnRecord;

    /// <summary>Decide on the link's stream.</summary>
    public Outcome Decide(ShareLink? link, Actor by)
    {
        if (link is null || link.Made.Person != by.Person) return ShareLink.Missing;
        return link.IsWithdrawn ? Outcome.NothingToDo : new ShareLinkWithdrawn(by.Person, link.Made.Link);
    }
}
