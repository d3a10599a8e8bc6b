using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

// The storage format of erasures, which lie in the person's own stream: add, never rename.

/// <summary>It was asked to erase a person's data (PDPA B.E. 2562, section 33).</summary>
/// <param name="Person">Whose data.</param>
/// <param name="Erasure">The request.</param>
/// <param name="DueOn">Last day on which it is to be decided.</param>
/// <param name="Remark">Free text, sealed.</param>
/// <param name="RequestedBy">The person, or who asked on their behalf.</param>
[Stored("person", "erasure", "dueOn", "remark", "requestedBy")]
public sealed record ErasureRequested(Guid Person, Guid Erasure, DateOnly DueOn, Sealed<string>? Remark, Guid RequestedBy) : LedgerEvent, IAbout;

/// <summary>A request was refused: the data is kept.</summary>
/// <param name="Person">Whose data.</param>
/// <param name="Erasure">The request.</param>
/// <param name="Ground">The legal ground.</param>
/// <param name="Remark">Free text, sealed.</param>
/// <param name="DecidedBy">Who refused it.</param>
[Stored("person", "erasure", "ground", "remark", "decidedBy")]
public sealed record ErasureRefused(Guid Person, Guid Erasure, KeepingGround Ground, Sealed<string>? Remark, Guid DecidedBy) : LedgerEvent, IAbout;

/// <summary>A request was granted: in the same transaction the person's key and lookup were destroyed, and nobody can open what was sealed.</summary>
/// <param name="Person">Whose data.</param>
/// <param name="Erasure">The request.</param>
/// <param name="Exports">Exports made before, of which copies may have to be called back.</param>
/// <param name="DecidedBy">Who granted it.</param>
[Stored("person", "erasure", "exports", "decidedBy")]
public sealed record ErasureGranted(Guid Person, Guid Erasure, ValueList<Guid> Exports, Guid DecidedBy) : LedgerEvent, IAbout;

/// <summary>Why personal data is kept in spite of a request (PDPA B.E. 2562, section 33); the stored names are part of the storage format.</summary>
public enum KeepingGround
{
    /// <summary>To establish, exercise or defend legal claims.</summary>
    [JsonStringEnumMemberName("legal-claims")] LegalClaims,

    /// <summary>A law obliges to keep it.</summary>
    [JsonStringEnumMemberName("legal-duty")] LegalDuty,

    /// <summary>A task in the public interest, or official authority, needs it.</summary>
    [JsonStringEnumMemberName("public-task")] PublicTask,

    /// <summary>Archives in the public interest, research or statistics, with safeguards.</summary>
    [JsonStringEnumMemberName("archive-or-research")] ArchiveOrResearch,
}
