using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

// The storage format of access records: add, never rename. The person is stored as "subject", not "person": that somebody
// looked is nothing that happened to the person, and enters no timeline, profile or other read model.

/// <summary>Somebody else was shown one person's record; who, and under which duty, is the event's actor.</summary>
/// <param name="Access">The access, and the stream.</param>
/// <param name="Subject">Whose record it is.</param>
/// <param name="View">Code of what was shown.</param>
/// <param name="Resource">The stream that was asked for: the person, a result, a credential ...</param>
[Stored("access", "subject", "view", "resource")]
public sealed record RecordOpened(Guid Access, Guid Subject, string View, Guid Resource) : LedgerEvent;

/// <summary>Somebody, who did not sign in, was shown a credential by a link that its holder had made; the event's actor is the holder, whose authority the link carries.</summary>
/// <param name="Access">The look, and the stream.</param>
/// <param name="Subject">The holder.</param>
/// <param name="Link">The link.</param>
/// <param name="Looker">For which organisation they say that they look, sealed for the holder; null where they say nothing.</param>
[Stored("access", "subject", "link", "looker")]
public sealed record ShareLinkOpened(Guid Access, Guid Subject, Guid Link, Sealed<string>? Looker) : LedgerEvent;

/// <summary>Somebody was shown a list of persons.</summary>
/// <param name="Access">The access, and the stream.</param>
/// <param name="List">Code of the list.</param>
/// <param name="Query">What was asked, in codes and ids; never words about a person.</param>
/// <param name="Count">How many persons it showed.</param>
[Stored("access", "list", "query", "count")]
public sealed record ListOpened(Guid Access, string List, string Query, int Count) : LedgerEvent;

/// <summary>Everything that the ledger holds on a person was given out as a file, to the person or on their behalf; it has no digest, which would let a guess at what was erased be tried out.</summary>
/// <param name="Export">The export, and the stream; the file carries it.</param>
/// <param name="Subject">Whose data it is.</param>
/// <param name="Format">In which form.</param>
[Stored("export", "subject", "format")]
public sealed record ExportMade(Guid Export, Guid Subject, ExportFormat Format) : LedgerEvent;

/// <summary>Forms of an export; the stored names are part of the storage format.</summary>
public enum ExportFormat
{
    /// <summary>For programs.</summary>
    [JsonStringEnumMemberName("json")] Json,

    /// <summary>For people.</summary>
    [JsonStringEnumMemberName("html")] Html,
}
