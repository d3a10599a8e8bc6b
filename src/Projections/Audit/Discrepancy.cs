using System.Text.Json.Serialization;

namespace CredentialLedger.Projections.Audit;

/// <summary>Something in the event table that the ledger cannot have written.</summary>
/// <param name="Kind">What.</param>
/// <param name="Sequence">Place in the ledger of the event at which it shows; null when no event is left to show it.</param>
/// <param name="Stream">The stream.</param>
public sealed record Discrepancy(DiscrepancyKind Kind, long? Sequence, Guid Stream);

/// <summary>Kinds of discrepancies.</summary>
public enum DiscrepancyKind
{
    /// <summary>An event's type is unknown, or its row is not what its type says.</summary>
    [JsonStringEnumMemberName("unreadable-event")] UnreadableEvent,

    /// <summary>An event cannot follow those before it in its stream.</summary>
    [JsonStringEnumMemberName("impossible-event")] ImpossibleEvent,

    /// <summary>An event before this one, or the last one of the stream, is not there.</summary>
    [JsonStringEnumMemberName("missing-event")] MissingEvent,
}

/// <summary>A stored row of a read model is not what the events say.</summary>
/// <param name="Model">Name of the read model.</param>
/// <param name="Id">Key of the row.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Properties">JSON paths of what differs, the first few; empty unless both rows exist. Never their values, which may be personal.</param>
public sealed record RowDifference(string Model, Guid Id, DifferenceKind Kind, IReadOnlyList<string> Properties);

/// <summary>How a stored row differs.</summary>
public enum DifferenceKind
{
    /// <summary>The events give a row, and none is stored.</summary>
    [JsonStringEnumMemberName("missing")] Missing,

    /// <summary>A row is stored that no event gives.</summary>
    [JsonStringEnumMemberName("extra")] Extra,

    /// <summary>Both exist and say different things.</summary>
    [JsonStringEnumMemberName("different")] Different,
}
