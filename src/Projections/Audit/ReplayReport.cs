using System.Text.Json.Serialization;

namespace CredentialLedger.Projections.Audit;

/// <summary>What a replay found.</summary>
/// <param name="AsOf">As asked.</param>
/// <param name="LastSequence">Place in the ledger of the last event; 0 when there is none.</param>
/// <param name="Events">How many events were folded.</param>
/// <param name="Streams">How many streams they belong to.</param>
/// <param name="Seconds">How long reading and folding took.</param>
/// <param name="Types">Events by stored type name.</param>
/// <param name="Models">Read models.</param>
/// <param name="Discrepancies">The first <see cref="MaxListed"/> things that the ledger cannot have written.</param>
/// <param name="DiscrepancyCount">All of them.</param>
public sealed record ReplayReport(DateTimeOffset? AsOf, long LastSequence, long Events, long Streams, double Seconds,
    IReadOnlyDictionary<string, long> Types, IReadOnlyList<ModelReport> Models, IReadOnlyList<Discrepancy> Discrepancies, long DiscrepancyCount)
{
    /// <summary>How many discrepancies, and how many differences of one read model, are listed.</summary>
    public const int MaxListed = 1000;

    /// <summary>Events folded in a second.</summary>
    public double EventsPerSecond => Events / Math.Max(Seconds, 1e-6);

    /// <summary>Whether everything is as it must be.</summary>
    [JsonIgnore]
    public bool Clean => DiscrepancyCount == 0 && Models.All(m => m.DifferenceCount is null or 0);
}

/// <summary>What a replay found of one read model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows the events give.</param>
/// <param name="ComparedUpTo">The stored rows have seen the events up to this sequence, and were compared with those; null without comparison.</param>
/// <param name="Lag">How many later events of the ledger they have not seen yet; null without comparison.</param>
/// <param name="Differences">The first <see cref="ReplayReport.MaxListed"/> rows that differ; null without comparison.</param>
/// <param name="DifferenceCount">All of them.</param>
public sealed record ModelReport(string Name, long Rows, long? ComparedUpTo = null, long? Lag = null,
    IReadOnlyList<RowDifference>? Differences = null, long? DifferenceCount = null);
