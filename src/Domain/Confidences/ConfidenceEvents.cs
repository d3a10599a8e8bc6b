using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

// The storage format of confidential information: add, never rename. The information itself is never in the ledger.

/// <summary>A party wishes information of its own to be kept confidential (clause 5).</summary>
/// <param name="Confidence">The information, and the stream.</param>
/// <param name="Owner">Code of the party whose it is.</param>
/// <param name="Class">How secret.</param>
/// <param name="Title">A title that itself tells nothing secret.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits; null where there is none, or where it could be guessed from.</param>
[Stored("confidence", "owner", "class", "title", "sha256")]
public sealed record InformationClassified(Guid Confidence, string Owner, SecrecyClass Class, string Title, string? Sha256) : LedgerEvent;

/// <summary>The owner consented, in writing, to disclosure.</summary>
/// <param name="Confidence">The information.</param>
/// <param name="Consent">The consent.</param>
/// <param name="Recipient">Code of an organisation, or the name of an institution outside; never a natural person's.</param>
/// <param name="Purpose">What for.</param>
/// <param name="From">First day: that of the consent.</param>
/// <param name="Until">Last day on which it may be disclosed, included.</param>
/// <param name="Reference">Number of the written consent.</param>
[Stored("confidence", "consent", "recipient", "purpose", "from", "until", "reference")]
public sealed record DisclosureConsented(Guid Confidence, Guid Consent, string Recipient, string Purpose, DateOnly From, DateOnly Until, string Reference) : LedgerEvent;

/// <summary>The owner took a consent back.</summary>
/// <param name="Confidence">The information.</param>
/// <param name="Consent">The consent.</param>
/// <param name="From">First day on which nothing may be disclosed under it.</param>
/// <param name="Reference">Number of the written withdrawal.</param>
[Stored("confidence", "consent", "from", "reference")]
public sealed record ConsentWithdrawn(Guid Confidence, Guid Consent, DateOnly From, string Reference) : LedgerEvent;

/// <summary>Confidential information was disclosed, under the owner's consent.</summary>
/// <param name="Confidence">The information.</param>
/// <param name="Disclosure">This disclosure.</param>
/// <param name="By">Code of the party that disclosed.</param>
/// <param name="Recipient">To whom, as the consent names them.</param>
/// <param name="Purpose">What for, in the words of the consent.</param>
/// <param name="DisclosedOn">On which day.</param>
[Stored("confidence", "disclosure", "by", "recipient", "purpose", "disclosedOn")]
public sealed record InformationDisclosed(Guid Confidence, Guid Disclosure, string By, string Recipient, string Purpose, DateOnly DisclosedOn) : LedgerEvent;

/// <summary>How secret information is, by the Thai official classes; the stored names are part of the storage format.</summary>
public enum SecrecyClass
{
    /// <summary>ลับ.</summary>
    [JsonStringEnumMemberName("confidential")] Confidential,

    /// <summary>ลับมาก.</summary>
    [JsonStringEnumMemberName("secret")] Secret,

    /// <summary>ลับที่สุด.</summary>
    [JsonStringEnumMemberName("top-secret")] TopSecret,
}
