using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Make a link that shows a credential of one's own to whoever has it, until a day.</summary>
public sealed record MakeShareLink(Guid Link, Guid Credential, ShareScope Scope, DateOnly Until) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.OwnRecord;

    /// <summary>The last day has gone, or is more than a year away.</summary>
    public static readonly Rejection BadPeriod = new("share-link.bad-period", RejectionKind.Invalid, "until");

    /// <summary>A link of that id with other content, or another person's, is in the ledger.</summary>
    public static readonly Rejection AlreadyMade = new("share-link.already-made", RejectionKind.Conflict, "link");

    /// <summary>Decide on the link's stream.</summary>
    public Outcome Decide(ShareLink? link, Credential? credential, Person? holder, Actor by, DateOnly today)
    {
        if (link is { Made: var made })
            return made == new ShareLinkMade(by.Person, Link, Credential, Scope, Until) ? Outcome.NothingToDo : AlreadyMade;
        if (credential is null || credential.Issued.Person != by.Person) return Credentials.Credential.Missing;
        if (holder is null or { IsErased: true }) return Person.Erased;
        return today <= Until && Until <= today.AddYears(1) ? new ShareLinkMade(by.Person, Link, Credential, Scope, Until) : BadPeriod;
    }
}
