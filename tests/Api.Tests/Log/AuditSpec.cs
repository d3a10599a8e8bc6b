using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Audit.Rows;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Api.Tests.Log;

/// <summary>An audit names what was changed in rows, leaves and files, and finds nothing in a ledger that nobody touched; each fact on a database of its own.</summary>
public sealed class AuditSpec : IAsyncLifetime
{
    private readonly LogLedger ledger = new();
    private Guid[] ids = [];
    private Checkpoint published = null!;

    public async Task InitializeAsync()
    {
        await ledger.InitializeAsync();
        ids = await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        published = await ledger.PublishAsync();
    }

    public Task DisposeAsync() => ledger.DisposeAsync();

    private async Task<IReadOnlyList<Defect>> Defects(Checkpoint? since = null)
    {
        var report = await ledger.AuditAsync(since);
        report.DefectCount.ShouldBe(report.Defects.Count);
        return [.. report.Defects.Where(d => d.Kind is not DefectKind.ReadModelDiffers)];
    }

    private async Task Found(DefectKind kind, string where, string? column = null)
    {
        var found = await Defects();
        found.ShouldContain(d => d.Kind == kind && d.Where == where && d.Column == column, string.Join('\n', found));
    }

    [Fact]
    public async Task An_untouched_ledger_is_clean_from_the_beginning_and_from_any_checkpoint()
    {
        (await Defects()).ShouldBeEmpty();
        await ledger.AppendAsync(40);
        await ledger.SequenceAsync();
        (await Defects()).ShouldBeEmpty();
        (await Defects(published)).ShouldBeEmpty();
        var second = await ledger.PublishAsync();
        await ledger.AppendAsync(400);
        await ledger.SequenceAsync();
        await ledger.PublishAsync();
        foreach (var since in new[] { published, second })
        {
            var report = await ledger.AuditAsync(since);
            report.Defects.ShouldBeEmpty();
            report.Events.ShouldBe(report.Checkpoint.Size - since.Size);
            report.Checkpoint.Size.ShouldBe(published.Size + 440);
        }
        (await Defects(published with { Root = new byte[32] })).ShouldContain(d => d.Kind == DefectKind.HistoryRewritten);
    }

    public static TheoryData<string, DefectKind, string> Columns => new()
    {
        { "seq_id = -3", DefectKind.EventMoved, "seq_id" },
        { "stream_id = gen_random_uuid()", DefectKind.EventChanged, "stream_id, type, headers.actor" },
        { "version = 2", DefectKind.EventChanged, "version" },
        { "data = jsonb_set(data, '{completedOn}', '\"2026-03-21\"')", DefectKind.EventChanged, "data" },
        { "bdata = 'a'", DefectKind.EventChanged, "bdata" },
        { "type = 'post-left'", DefectKind.EventChanged, "mt_dotnet_type" },
        { "timestamp = timestamp - interval '1 day'", DefectKind.EventRedated, "timestamp, correlation_id, causation_id" },
        { "tenant_id = 'other'", DefectKind.EventChanged, "tenant_id" },
        { "mt_dotnet_type = 'other'", DefectKind.EventChanged, "mt_dotnet_type" },
        { "correlation_id = 'other'", DefectKind.EventRedated, "timestamp, correlation_id, causation_id" },
        { "causation_id = 'other'", DefectKind.EventRedated, "timestamp, correlation_id, causation_id" },
        { "is_archived = true", DefectKind.EventChanged, "is_archived" },
        { "headers = jsonb_set(headers, '{actor,duty}', '\"other\"')", DefectKind.EventChanged, "stream_id, type, headers.actor" },
        { "headers = jsonb_set(headers, '{command}', '\"c0000007-0000-7000-8000-000000000000\"')", DefectKind.EventChanged, "headers.command" },
        { "headers = jsonb_set(headers, '{format}', '2')", DefectKind.EventChanged, "headers.format" },
        { "headers = headers || '{\"more\": 1}'", DefectKind.EventChanged, "headers" },
        { "headers = jsonb_set(headers, '{mac}', to_jsonb(encode(sha256('a'), 'base64')))", DefectKind.EventChanged, "headers.mac" },
        { "headers = jsonb_set(headers, '{salt}', to_jsonb(encode(sha256('a'), 'base64')))", DefectKind.EventChanged, "headers.salt" },
        { "headers = jsonb_set(headers, '{commitment}', to_jsonb(encode(sha256('a'), 'base64')))", DefectKind.EventChanged, "headers.commitment" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Every_column_that_SQL_changed_is_named(string change, DefectKind kind, string column)
    {
        await ledger.TamperAsync($"update ledger.mt_events set {change} where id = '{ids[17]}'");
        await Found(kind, ids[17].ToString(), column);
    }

    [Fact]
    public async Task What_was_deleted_inserted_or_swapped_is_named()
    {
        await ledger.TamperAsync($"delete from ledger.mt_events where id = '{ids[5]}'");
        await ledger.TamperAsync($"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            select nextval('ledger.mt_events_sequence'), '{ids[5]:D}', gen_random_uuid(), 1, data, type, now() - interval '2 days', tenant_id, mt_dotnet_type, headers, false from ledger.mt_events where id = '{ids[6]}'
            """);
        await ledger.TamperAsync($"delete from ledger.mt_events where id = '{ids[7]}'");
        await ledger.TamperAsync($"""
            update ledger.mt_events e set data = o.data, headers = o.headers from ledger.mt_events o where (e.id, o.id) in (('{ids[8]}', '{ids[9]}'), ('{ids[9]}', '{ids[8]}'))
            """);
        var found = await Defects();
        found.ShouldContain(d => d.Where == ids[5].ToString() && d.Column == "seq_id");
        found.ShouldContain(d => d.Kind == DefectKind.EventMissing && d.Where == ids[7].ToString());
        found.ShouldContain(d => d.Where == ids[8].ToString());
        found.ShouldContain(d => d.Where == ids[9].ToString());
    }

    [Theory]
    [InlineData("update log.leaves set entry = set_byte(entry, 20, get_byte(entry, 20) # 1) where index = 40", DefectKind.LeafChanged)]
    [InlineData("update log.leaves set index = 900000 where index = 40", DefectKind.LeafChanged)]
    [InlineData("delete from log.leaves where index = 40", DefectKind.LeafChanged)]
    [InlineData("update log.leaves set event = gen_random_uuid() where index = 40", DefectKind.EventMissing)]
    [InlineData("update log.leaves set sequence = 12 where index = 40", DefectKind.EventMoved)]
    [InlineData("update log.leaves set log = 2 where index = 40", DefectKind.LeafChanged)]
    [InlineData("update log.heads set size = size - 1", DefectKind.HeadChanged)]
    [InlineData("update log.heads set subtrees = set_byte(subtrees, 2, get_byte(subtrees, 2) # 1)", DefectKind.HeadChanged)]
    [InlineData("update log.heads set origin = 'other'", DefectKind.HeadChanged)]
    [InlineData("update log.checkpoints set note = replace(note, '/log', '/lag')", DefectKind.CheckpointWrong)]
    [InlineData("update log.checkpoints set size = size - 1", DefectKind.CheckpointWrong)]
    [InlineData("alter table ledger.mt_events add column more int", DefectKind.ColumnUnknown)]
    [InlineData("update ledger.mt_streams set version = 2 where id = (select min(id::text)::uuid from ledger.mt_streams where version = 1)", DefectKind.StreamChanged)]
    [InlineData("update ledger.mt_streams set created = created - interval '1 day' where version = 1", DefectKind.StreamChanged)]
    [InlineData("update ledger.mt_streams set is_archived = true where version = 1", DefectKind.StreamChanged)]
    [InlineData("delete from ledger.mt_streams where version = 1", DefectKind.StreamChanged)]
    public async Task What_was_changed_beside_the_events_is_named(string sql, DefectKind kind)
    {
        await ledger.TamperAsync(sql);
        var found = await Defects();
        found.ShouldContain(d => d.Kind == kind || (kind == DefectKind.LeafChanged && (d.Kind == DefectKind.EventChanged || d.Kind == DefectKind.EventRedated)), string.Join('\n', found));
    }

    [Fact]
    public async Task Every_byte_of_the_published_files_and_of_the_signers_counts()
    {
        var files = Directory.GetFiles(ledger.Files.Path, "*", SearchOption.AllDirectories).Append(ledger.SignerFile).ToArray();
        files.Length.ShouldBeGreaterThanOrEqualTo(6);
        var random = new Random(4);
        foreach (var file in files)
        {
            var good = await File.ReadAllBytesAsync(file);
            for (var n = 0; n < 4; n++)
            {
                var bad = (byte[])good.Clone();
                bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(file, bad);
                var found = await Defects();
                found.ShouldNotBeEmpty(file);
            }
            File.Delete(file);
            (await Defects()).ShouldNotBeEmpty(file);
            await File.WriteAllBytesAsync(file, good);
        }
        await File.WriteAllTextAsync(Path.Combine(ledger.Files.Path, "tile", "more"), "");
        (await Defects()).ShouldContain(new Defect(DefectKind.FileChanged, "tile/more"));
    }

    [Fact]
    public async Task Every_byte_of_every_row_counts()
    {
        await using var connection = await ledger.Database.OpenConnectionAsync();
        var rows = await RowImages.Read(connection, "true", default).ToListAsync();
        var leaves = new Dictionary<Guid, Leaf>();
        await using (var command = ledger.Database.CreateCommand("select index, event, sequence, entry from log.leaves"))
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync()) leaves[row.GetGuid(1)] = new(row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));
        var check = new RowCheck(ledger.Mac);
        var undetected = 0;
        // Of each type of event the first few, and every twentieth of the rest: every byte of them.
        Parallel.ForEach(rows.Where((_, i) => i % 20 == 0), row =>
        {
            var leaf = leaves[RowImage.Id(row.Fields()[1])];
            check.Differs(row, leaf).ShouldBeNull();
            for (var i = 0; i < row.Bytes.Length; i++)
            {
                var bytes = row.Bytes.ToArray();
                bytes[i] ^= (byte)(1 + i % 255);
                if (check.Differs(new(bytes), leaf) is null) Interlocked.Increment(ref undetected);
            }
        });
        undetected.ShouldBe(0);
    }
}
