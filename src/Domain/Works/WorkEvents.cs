using System.Text.Json.Serialization;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

// The storage format of works and of the permission to use them: add, never rename.

/// <summary>A work, a logo or a mark is known to the ledger, with whose it is (clause 3).</summary>
/// <param name="Work">The work, and the stream.</param>
/// <param name="TitleTh">What it is called, in Thai.</param>
/// <param name="TitleEn">What it is called, in English.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Origin">Where it comes from, which settles whose it is.</param>
/// <param name="Owners">The owners with their shares: of a work brought in the one party that brought it.</param>
/// <param name="Manager">Code of the party that manages the rights, and alone permits use.</param>
/// <param name="Arrangement">The three parties' agreement on this work; null for a work brought in.</param>
/// <param name="Sha256">SHA-256 of its file, 64 lower-case hexadecimal digits; null without a file.</param>
[Stored("work", "titleTh", "titleEn", "kind", "origin", "owners", "manager", "arrangement", "sha256")]
public sealed record WorkRegistered(Guid Work, string TitleTh, string TitleEn, WorkKind Kind, WorkOrigin Origin,
    ValueList<OwnerShare> Owners, string Manager, Guid? Arrangement, string? Sha256) : LedgerEvent;

/// <summary>The owner permitted, in writing, an organisation to use the work.</summary>
/// <param name="Work">The work.</param>
/// <param name="Permit">The permit.</param>
/// <param name="User">Code of the organisation that may use it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Places">Where it may be shown.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Reference">Number of the written permission.</param>
[Stored("work", "permit", "user", "purpose", "places", "from", "until", "reference")]
public sealed record UsePermitted(Guid Work, Guid Permit, string User, string Purpose, ValueList<PlaceOfUse> Places,
    DateOnly From, DateOnly Until, string Reference) : LedgerEvent;

/// <summary>The owner took a permission back.</summary>
/// <param name="Work">The work.</param>
/// <param name="Permit">The permit.</param>
/// <param name="From">First day on which it permits nothing.</param>
/// <param name="Reference">Number of the written revocation.</param>
[Stored("work", "permit", "from", "reference")]
public sealed record PermitRevoked(Guid Work, Guid Permit, DateOnly From, string Reference) : LedgerEvent;

/// <summary>What a work is, in the words of clause 3; the stored names are part of the storage format.</summary>
public enum WorkKind
{
    /// <summary>An invention.</summary>
    [JsonStringEnumMemberName("invention")] Invention,

    /// <summary>A manual.</summary>
    [JsonStringEnumMemberName("manual")] Manual,

    /// <summary>A document.</summary>
    [JsonStringEnumMemberName("document")] Document,

    /// <summary>A computer program.</summary>
    [JsonStringEnumMemberName("program")] Program,

    /// <summary>Data.</summary>
    [JsonStringEnumMemberName("data")] Data,

    /// <summary>An organisation's logo.</summary>
    [JsonStringEnumMemberName("logo")] Logo,

    /// <summary>A mark, registered or not.</summary>
    [JsonStringEnumMemberName("mark")] Mark,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>Where a work comes from; the stored names are part of the storage format.</summary>
public enum WorkOrigin
{
    /// <summary>A party brought it, and it stays that party's (clause 3, first paragraph).</summary>
    [JsonStringEnumMemberName("brought-in")] BroughtIn,

    /// <summary>It was made in a joint activity, and is whose the three agree that it is (clause 3, second paragraph).</summary>
    [JsonStringEnumMemberName("jointly-made")] JointlyMade,
}

/// <summary>Where a work is used; the stored names are part of the storage format.</summary>
public enum PlaceOfUse
{
    /// <summary>On a certificate.</summary>
    [JsonStringEnumMemberName("certificate")] Certificate,

    /// <summary>On a page that anybody can read.</summary>
    [JsonStringEnumMemberName("public-page")] PublicPage,

    /// <summary>In a document.</summary>
    [JsonStringEnumMemberName("document")] Document,

    /// <summary>In a course.</summary>
    [JsonStringEnumMemberName("course")] Course,

    /// <summary>Elsewhere.</summary>
    [JsonStringEnumMemberName("other")] Other,
}
