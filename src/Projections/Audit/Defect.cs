using System.Text.Json.Serialization;

namespace CredentialLedger.Projections.Audit;

/// <summary>Something that an audit found wrong: it cannot be so in a ledger that nobody tampered with.</summary>
/// <param name="Kind">What.</param>
/// <param name="Where">The event's id, the stream's id, the file's or the table's name.</param>
/// <param name="Column">Which column of it, where it can be told.</param>
/// <param name="Sequence">The event's place in the ledger, where there is one.</param>
/// <param name="Index">Its index in the log, where there is one.</param>
public sealed record Defect(DefectKind Kind, string Where, string? Column = null, long? Sequence = null, long? Index = null);

/// <summary>Kinds of defects.</summary>
public enum DefectKind
{
    /// <summary>An event is not the one that was logged.</summary>
    [JsonStringEnumMemberName("event-changed")] EventChanged,

    /// <summary>A logged event is not there.</summary>
    [JsonStringEnumMemberName("event-missing")] EventMissing,

    /// <summary>A row among the events was not written by the application, or has no leaf long after it was recorded.</summary>
    [JsonStringEnumMemberName("event-inserted")] EventInserted,

    /// <summary>An event has another place than when it was logged.</summary>
    [JsonStringEnumMemberName("event-moved")] EventMoved,

    /// <summary>An event's time is not the one that was logged.</summary>
    [JsonStringEnumMemberName("event-redated")] EventRedated,

    /// <summary>A stream's row is not what its events say.</summary>
    [JsonStringEnumMemberName("stream-changed")] StreamChanged,

    /// <summary>A table has a column that no audit knows.</summary>
    [JsonStringEnumMemberName("column-unknown")] ColumnUnknown,

    /// <summary>A row of the log's own tables is missing, or contradicts the tree.</summary>
    [JsonStringEnumMemberName("leaf-changed")] LeafChanged,

    /// <summary>The head of the log is not the tree of its leaves.</summary>
    [JsonStringEnumMemberName("head-changed")] HeadChanged,

    /// <summary>A published file is missing, is none of the log's, or differs.</summary>
    [JsonStringEnumMemberName("file-changed")] FileChanged,

    /// <summary>A checkpoint's signature, cosignatures or root are wrong.</summary>
    [JsonStringEnumMemberName("checkpoint-wrong")] CheckpointWrong,

    /// <summary>The signer's own last checkpoint is damaged, or contradicts the tree.</summary>
    [JsonStringEnumMemberName("signer-wrong")] SignerWrong,

    /// <summary>The tree does not contain the checkpoint that was audited last: history was rewritten.</summary>
    [JsonStringEnumMemberName("history-rewritten")] HistoryRewritten,

    /// <summary>The events cannot be folded: one is unreadable, impossible, or missing in its stream.</summary>
    [JsonStringEnumMemberName("replay-failed")] ReplayFailed,

    /// <summary>A row of a read model is not what the events say.</summary>
    [JsonStringEnumMemberName("read-model-differs")] ReadModelDiffers,
}
