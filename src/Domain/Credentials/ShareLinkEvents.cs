using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of share links: add, never rename. A link's secret is in no event, in the open or hashed.

/// <summary>A holder made a link by which whoever has it sees one of their credentials.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Link">The link, and the stream.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Scope">How much it shows.</param>
/// <param name="Until">Its last day.</param>
[Stored("person", "link", "credential", "scope", "until")]
public sealed record ShareLinkMade(Guid Person, Guid Link, Guid Credential, ShareScope Scope, DateOnly Until) : LedgerEvent, IAbout;

/// <summary>The holder took a link back: from now on it shows nothing.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Link">The link.</param>
[Stored("person", "link")]
public sealed record ShareLinkWithdrawn(Guid Person, Guid Link) : LedgerEvent, IAbout;

/// <summary>How much of a credential a link shows; the stored names are part of the storage format.</summary>
public enum ShareScope
{
    /// <summary>Whether it is valid, for what, by whom and for how long.</summary>
    [JsonStringEnumMemberName("least")] Least,

    /// <summary>The same, and the holder's name.</summary>
    [JsonStringEnumMemberName("name")] Name,

    /// <summary>All of it, and the signed document to keep.</summary>
    [JsonStringEnumMemberName("document")] Document,
}
