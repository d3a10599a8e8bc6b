using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Publicity;

// The storage format of publications: add, never rename.

/// <summary>A party published about the project, and showed that all three parties cooperate in it (clause 6).</summary>
/// <param name="Publication">The publication, and the stream.</param>
/// <param name="Party">Code of the party that published.</param>
/// <param name="TitleTh">Title in Thai.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Its address, or a number by which the party finds it.</param>
/// <param name="Text">What it says; null where it is a file.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits; null where the text is given.</param>
/// <param name="Notice">The notice that the file shows; null where it stands in the text.</param>
/// <param name="PublishedOn">Day of the record in Thailand, by which the parties are named.</param>
[Stored("publication", "party", "titleTh", "titleEn", "kind", "reference", "text", "sha256", "notice", "publishedOn")]
public sealed record MaterialPublished(Guid Publication, string Party, string TitleTh, string TitleEn, MaterialKind Kind, string Reference,
    string? Text, string? Sha256, string? Notice, DateOnly PublishedOn) : LedgerEvent;

/// <summary>What a publication is; the stored names are part of the storage format.</summary>
public enum MaterialKind
{
    /// <summary>A page of a web site.</summary>
    [JsonStringEnumMemberName("web-page")] WebPage,

    /// <summary>News for the press.</summary>
    [JsonStringEnumMemberName("news")] News,

    /// <summary>Something printed.</summary>
    [JsonStringEnumMemberName("print")] Print,

    /// <summary>Sound or moving pictures.</summary>
    [JsonStringEnumMemberName("broadcast")] Broadcast,

    /// <summary>A contribution to a social network.</summary>
    [JsonStringEnumMemberName("social-media")] SocialMedia,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")] Other,
}
