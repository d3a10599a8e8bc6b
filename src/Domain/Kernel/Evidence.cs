using System.Text.Json.Serialization;

namespace CredentialLedger.Domain.Kernel;

/// <summary>Where the proof of a fact lies: what kind of record, its reference in the keeper's files, and the SHA-256 of the file if there is one.</summary>
/// <param name="Kind">Kind of record.</param>
/// <param name="Reference">The keeper's own reference; never a name or a national id.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits, or null where there is no file.</param>
[Stored("kind", "reference", "sha256")]
public sealed record Evidence(EvidenceKind Kind, string Reference, string? Sha256 = null)
{
    /// <summary>A reference is missing, or the digest is not 64 lower-case hexadecimal digits.</summary>
    public static readonly Rejection Malformed = new("evidence.malformed", RejectionKind.Invalid, "evidence");

    /// <summary>What is wrong with this evidence by itself, or null.</summary>
    public Rejection? Flaw() =>
        !PlainText.IsCode(Reference) || Sha256 is { } digest && !Digest.IsSha256(digest) ? Malformed : null;
}

/// <summary>Kinds of evidence; the stored names are part of the storage format.</summary>
public enum EvidenceKind
{
    /// <summary>Signed list of who attended.</summary>
    [JsonStringEnumMemberName("attendance")] Attendance,

    /// <summary>A certificate or transcript of the provider.</summary>
    [JsonStringEnumMemberName("transcript")] Transcript,

    /// <summary>Record of a learning platform.</summary>
    [JsonStringEnumMemberName("platform-record")] PlatformRecord,

    /// <summary>Score sheet of an examination.</summary>
    [JsonStringEnumMemberName("score-sheet")] ScoreSheet,

    /// <summary>Portfolio of work.</summary>
    [JsonStringEnumMemberName("portfolio")] Portfolio,

    /// <summary>Recording or protocol of an observation or interview.</summary>
    [JsonStringEnumMemberName("observation")] Observation,

    /// <summary>Certificate of the civil registration, such as of a change of name.</summary>
    [JsonStringEnumMemberName("civil-registration")] CivilRegistration,
}
