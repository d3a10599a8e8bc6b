using System.Data;
using System.Diagnostics;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Projections.Audit;

/// <summary>
/// Folds all events afresh, every stream and every read model, without trusting anything that is stored beside them. All of it is
/// read from one snapshot of the database: a projection that lags is compared at the sequence that it has reached there.
/// </summary>
public sealed class Replay(NpgsqlDataSource database)
{
    private const int TellEvery = 1000;

    /// <summary>Replay.</summary>
    /// <param name="asOf">Only what was recorded up to this moment; null for everything.</param>
    /// <param name="compare">Whether to compare the rows with the stored ones, which are never those of an earlier moment.</param>
    /// <param name="progress">Is told now and then how many events are folded, and of how many.</param>
    /// <param name="token">Ends the replay.</param>
    /// <exception cref="ArgumentException">A comparison as of a moment.</exception>
    public async Task<ReplayReport> Run(DateTimeOffset? asOf, bool compare, Action<long, long> progress, CancellationToken token)
    {
        if (compare && asOf is not null) throw new ArgumentException("Stored rows are those of now.", nameof(compare));
        await using var connection = await database.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        var ledger = new LedgerSnapshot(connection);
        var reached = await ledger.Progress(token);
        var folding = new Folding(await ledger.Lengths(token),
            LedgerStore.ReadModels.Select(m => m.NewFold(compare ? reached.GetValueOrDefault(m.Progression) : long.MaxValue)));

        var selection = EventSelection.All with { RecordedUpTo = asOf };
        var total = await ledger.Count(selection, token);
        progress(0, total);
        var watch = Stopwatch.StartNew();
        await foreach (var row in EventReader.Rows(connection, selection, token))
        {
            folding.Apply(row);
            if (folding.Events % TellEvery == 0) progress(folding.Events, total);
        }
        progress(folding.Events, total);
        var seconds = watch.Elapsed.TotalSeconds;

        if (asOf is null) await foreach (var stream in ledger.CutShort(token)) folding.Found(new(DiscrepancyKind.MissingEvent, null, stream));
        var models = new List<ModelReport>();
        foreach (var fold in folding.Models) models.Add(compare ? await Compare(connection, fold, folding.LastSequence) : new(fold.Model.Name, fold.Count));
        return folding.Report(asOf, seconds, models);
    }

    private static async Task<ModelReport> Compare(NpgsqlConnection connection, RowFold fold, long last)
    {
        var (rows, listed, count) = (fold.Count, new List<RowDifference>(), 0L);
        await foreach (var difference in Comparison.Differences(connection, fold))
        {
            if (count++ < ReplayReport.MaxListed) listed.Add(difference);
        }
        return new(fold.Model.Name, rows, Math.Min(fold.UpTo, last), Math.Max(0, last - fold.UpTo), listed, count);
    }

    private sealed class Folding(IReadOnlyDictionary<Guid, long> lengths, IEnumerable<RowFold> models)
    {
        private readonly StreamFold streams = new(lengths);
        private readonly SortedDictionary<string, long> types = new(StringComparer.Ordinal);
        private readonly List<Discrepancy> discrepancies = [];
        private long found;

        public IReadOnlyList<RowFold> Models { get; } = [.. models];

        public long Events { get; private set; }

        public long LastSequence { get; private set; }

        public void Apply(StoredEvent row)
        {
            Events++;
            LastSequence = row.Sequence;
            types[row.Type] = types.GetValueOrDefault(row.Type) + 1;
            try
            {
                var e = row.Read();
                if (streams.Apply(e) is { } discrepancy) Found(discrepancy);
                foreach (var model in Models) model.Apply(e);
            }
            catch (UnreadableEventException)
            {
                Found(new(DiscrepancyKind.UnreadableEvent, row.Sequence, row.Stream));
            }
            catch (ImpossibleEventException)
            {
                Found(new(DiscrepancyKind.ImpossibleEvent, row.Sequence, row.Stream));
            }
        }

        public void Found(Discrepancy discrepancy)
        {
            if (found++ < ReplayReport.MaxListed) discrepancies.Add(discrepancy);
        }

        public ReplayReport Report(DateTimeOffset? asOf, double seconds, IReadOnlyList<ModelReport> reports) =>
            new(asOf, LastSequence, Events, streams.Count, seconds, types, reports, discrepancies, found);
    }
}
