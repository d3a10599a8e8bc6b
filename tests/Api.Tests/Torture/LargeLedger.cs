using System.Text.Json;
using CredentialLedger.Api.Tests.Log;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Audit.Rows;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>A ledger of 2,000 events: the demo programme, then completions of which some are annulled; logged, and published at three sizes.</summary>
public sealed class LargeLedger : IAsyncLifetime
{
    /// <summary>How many events there are.</summary>
    public const int Events = 2000;

    /// <summary>The ledger.</summary>
    public LogLedger Ledger { get; } = new(Prepared.Complete);

    /// <summary>The first checkpoint, which an auditor keeps.</summary>
    public Checkpoint First { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Ledger.InitializeAsync();
        for (var there = await Count(); there < Events; there = await Count())
        {
            await FillAsync((int)Math.Min(Events - there, 640));
            await Ledger.SequenceAsync();
            var published = await Ledger.PublishAsync();
            First ??= published;
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Ledger.DisposeAsync();

    /// <summary>Record one event of every shape of the golden corpus, each in a stream of its own: good to be read, not to be folded.</summary>
    public async Task AddCorpusAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*.v1*.json").Order(StringComparer.Ordinal))
        {
            var row = JsonDocument.Parse(await File.ReadAllBytesAsync(file)).RootElement;
            var e = (LedgerEvent)row.GetProperty("data").Deserialize(EventCatalogue.Types[row.GetProperty("type").GetString()!], LedgerJson.Options)!;
            await Ledger.WriteAsync((work, by) => work.Append(work.Begin(), [e], by, Guid.NewGuid()));
        }
        await Ledger.SequenceAsync();
    }

    /// <summary>Every row as its bytes, with its leaf.</summary>
    public async Task<IReadOnlyList<(RowImage Row, Leaf Leaf)>> RowsAsync()
    {
        var leaves = new Dictionary<Guid, Leaf>();
        await using (var command = Ledger.Database.CreateCommand("select index, event, sequence, entry from log.leaves"))
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync()) leaves[row.GetGuid(1)] = new(row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));
        await using var connection = await Ledger.Database.OpenConnectionAsync();
        return [.. (await RowImages.Read(connection, "true", default).ToListAsync()).Select(row => (row, leaves[RowImage.Id(row.Fields()[1])]))];
    }

    private Task<long> Count() => Ledger.AskAsync<long>("select count(*) from ledger.mt_events");

    // Every fourth completion is annulled later on, so that there are streams of two events.
    private Task FillAsync(int count) => Ledger.WriteAsync((work, by) =>
    {
        while (count > 0)
        {
            var id = work.Begin();
            work.Append(id, [new CompletionRecorded(id, id, DemoLedger.Course, "TPQI-2560", ["CEC-BCTZ-001"], new(2026, 3, 20), new(EvidenceKind.Attendance, "T-1"))], by, Guid.NewGuid());
            if (--count > 0 && count % 4 == 0 && count-- > 0) work.Append(id, [new CompletionAnnulled(id, id, AnnulmentGround.Irregularity, null)], by, Guid.NewGuid());
        }
    });
}
