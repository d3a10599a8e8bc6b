using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

// The storage format of evidence exports: add, never rename. As with accesses, the person is stored as "subject".

/// <summary>An evidence bundle was given out to an auditor; who, and under which duty, is the event's actor.</summary>
/// <param name="Export">The export, and the stream; the bundle carries it.</param>
/// <param name="Kind">What it is of.</param>
/// <param name="Subject">Whom it is about: the person, the examiner, or the credential's holder; null for a period.</param>
/// <param name="Credential">The credential; null where it is of something else.</param>
/// <param name="From">First day of a period, else null.</param>
/// <param name="Until">Its last day, else null.</param>
/// <param name="Events">How many events it shows.</param>
/// <param name="Recipient">SHA-256 of the certificate that the subject's opened data is encrypted to; null where nothing was opened.</param>
[Stored("export", "kind", "subject", "credential", "from", "until", "events", "recipient")]
public sealed record EvidenceExported(Guid Export, BundleKind Kind, Guid? Subject, Guid? Credential, DateOnly? From, DateOnly? Until, int Events, string? Recipient) : LedgerEvent;

/// <summary>What an evidence bundle can be of; the stored names are part of the storage format.</summary>
public enum BundleKind
{
    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("person")] Person,

    /// <summary>A credential.</summary>
    [JsonStringEnumMemberName("credential")] Credential,

    /// <summary>An examiner.</summary>
    [JsonStringEnumMemberName("examiner")] Examiner,

    /// <summary>A time.</summary>
    [JsonStringEnumMemberName("period")] Period,
}
