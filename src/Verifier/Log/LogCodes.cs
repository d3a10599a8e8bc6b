namespace CredentialLedger.Verifier.Log;

/// <summary>Every defect that something of a log is refused for; stable, described in docs/formats/log.md, with a sentence in both resource files.</summary>
public static class LogCodes
{
    public const string TileLength = "log.tile-length";
    public const string EntryBundle = "log.entry-bundle";
    public const string EnvelopeFormat = "log.envelope-format";
    public const string OpeningKey = "log.opening-key";
    public const string OpeningPayload = "log.opening-payload";
    public const string KeyFormat = "log.key-format";
    public const string NoteFormat = "log.note-format";
    public const string NoteSignature = "log.note-signature";
    public const string CheckpointFormat = "log.checkpoint-format";
    public const string CheckpointUnknownLog = "log.checkpoint-unknown-log";
    public const string CosignatureFuture = "log.cosignature-future";
    public const string QuorumNotMet = "log.quorum-not-met";
    public const string PolicyFormat = "log.policy-format";
    public const string ProofFormat = "log.proof-format";
    public const string ProofInclusion = "log.proof-inclusion";
    public const string RequestFormat = "log.request-format";
}
