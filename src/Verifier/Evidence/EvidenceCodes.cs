namespace CredentialLedger.Verifier.Evidence;

/// <summary>Every code that the check of an evidence bundle can answer with beside those of the log; stable, described in docs/formats/evidence.md, with a sentence in both resource files.</summary>
public static class EvidenceCodes
{
    public const string ContainerGood = "evidence.container-good";
    public const string TooLarge = "evidence.too-large";
    public const string Container = "evidence.container";
    public const string MemberName = "evidence.member-name";
    public const string MemberTwice = "evidence.member-twice";
    public const string MemberOrder = "evidence.member-order";
    public const string MemberMissing = "evidence.member-missing";
    public const string ManifestGood = "evidence.manifest-good";
    public const string ManifestFormat = "evidence.manifest-format";
    public const string ManifestMembers = "evidence.manifest-members";
    public const string MemberHash = "evidence.member-hash";
    public const string EventsOpen = "evidence.events-open";
    public const string EventFormat = "evidence.event-format";
    public const string EventOrder = "evidence.event-order";
    public const string EventTwice = "evidence.event-twice";
    public const string EventCount = "evidence.event-count";
    public const string Proven = "evidence.proven";
    public const string Included = "evidence.included";
    public const string NoPolicy = "evidence.no-policy";
    public const string NotAllProven = "evidence.not-all-proven";
    public const string CheckpointMissing = "evidence.checkpoint-missing";
    public const string CheckpointSize = "evidence.checkpoint-size";
    public const string OtherOrigin = "evidence.other-origin";
    public const string RecordedAfterProof = "evidence.recorded-after-proof";
    public const string Whole = "evidence.whole";
    public const string Holes = "evidence.holes";
    public const string SubjectHole = "evidence.subject-hole";
    public const string Unshown = "evidence.unshown";
    public const string Sealed = "evidence.sealed";
    public const string Encrypted = "evidence.encrypted";
    public const string NotEncrypted = "evidence.not-encrypted";
}
