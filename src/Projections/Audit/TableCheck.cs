using CredentialLedger.Projections.Audit.Rows;
using Npgsql;

namespace CredentialLedger.Projections.Audit;

/// <summary>Whether the tables have the columns that an audit knows, and the table of streams says what the events say.</summary>
internal sealed class TableCheck(NpgsqlConnection connection, AuditRun run)
{
    private static readonly string[] StreamColumns = ["id", "type", "version", "timestamp", "created", "tenant_id", "is_archived", "snapshot", "snapshot_version", "compacted_version"];

    // Every column of a stream's row follows from its events (docs/formats/log-entry.md, section 5).
    private const string Differences = """
        select coalesce(s.id, e.id), case
            when s.id is null then 'row' when e.id is null then 'id'
            when s.version is distinct from e.version or e.version <> e.count then 'version'
            when s.type is not null then 'type'
            when s.created is distinct from e.first then 'created'
            when s.timestamp is distinct from e.last then 'timestamp'
            when s.tenant_id is distinct from '*DEFAULT*' then 'tenant_id'
            else 'is_archived' end
        from (select * from ledger.mt_streams {1}) s full join (
            select stream_id as id, max(version) as version, count(*) as count, min(timestamp) as first, max(timestamp) as last from ledger.mt_events {0} group by stream_id) e on e.id = s.id
        where (s.id is null or e.id is null or s.version is distinct from e.version or e.version <> e.count or s.type is not null or s.created is distinct from e.first
            or s.timestamp is distinct from e.last or s.tenant_id is distinct from '*DEFAULT*' or s.is_archived is distinct from false)
        order by 1
        """;

    /// <summary>Find columns that no audit looks at, or that are gone.</summary>
    public async Task Columns(CancellationToken token)
    {
        foreach (var (table, known) in new (string, IEnumerable<string>)[] { ("mt_events", RowImage.Columns), ("mt_streams", StreamColumns) })
        {
            await using var command = new NpgsqlCommand($"select column_name::text from information_schema.columns where table_schema = '{LedgerStore.Schema}' and table_name = '{table}'", connection);
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
            {
                if (!known.Contains(row.GetString(0))) run.Found(new(DefectKind.ColumnUnknown, table, row.GetString(0)));
            }
        }
    }

    /// <summary>Find rows of streams that differ.</summary>
    /// <param name="only">Only these streams; null for all.</param>
    /// <param name="token">Ends it.</param>
    public async Task Streams(IReadOnlyCollection<Guid>? only, CancellationToken token)
    {
        var (events, streams) = only is null ? ("", "") : ("where stream_id = any($1)", "where id = any($1)");
        await using var command = new NpgsqlCommand(string.Format(null, Differences, events, streams), connection) { CommandTimeout = 0 };
        if (only is not null) command.Parameters.Add(new() { Value = only.ToArray() });
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token)) run.Found(new(DefectKind.StreamChanged, row.IsDBNull(0) ? "" : row.GetGuid(0).ToString("D"), row.GetString(1)));
    }
}
