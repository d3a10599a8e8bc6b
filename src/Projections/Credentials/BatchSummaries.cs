using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Projections.Credentials;

/// <summary>A batch, and how far it is, without the decisions that it names.</summary>
/// <param name="Id">The batch.</param>
/// <param name="OrderedBy">Who ordered it.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Ordered">How many decisions it has.</param>
/// <param name="Issued">How many credentials it released.</param>
/// <param name="IssuedBefore">How many decisions had theirs already.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Finished">Whether all were dealt with.</param>
/// <param name="Withdrawn">Whether it was ended before all were dealt with.</param>
public sealed record BatchSummary(Guid Id, Guid OrderedBy, DateTimeOffset OrderedAt, int Ordered, int Issued, int IssuedBefore, int Refused, bool Finished, bool Withdrawn);

/// <summary>Sums up batches from their events. The database counts: an order names up to 10,000 decisions, and none of them is wanted here.</summary>
public sealed class BatchSummaries(NpgsqlDataSource database)
{
    private const string Sql = $"""
        select o.stream_id, o.by, o.timestamp, o.ordered, sum((a.data ->> 'issued')::int), sum((a.data ->> 'issuedBefore')::int),
               sum(jsonb_array_length(a.data -> 'refused')), coalesce(bool_or(a.type = 'batch-finished'), false), coalesce(bool_or(a.type = 'batch-withdrawn'), false)
        from (select stream_id, seq_id, timestamp, (data ->> 'orderedBy')::uuid as by, jsonb_array_length(data -> 'decisions') as ordered
              from {LedgerStore.Schema}.mt_events where {ReadingIndexes.IsOrder} and data ->> 'body' = $1 order by seq_id desc limit $2) o
        left join {LedgerStore.Schema}.mt_events a on a.stream_id = o.stream_id and a.version > 1
        group by o.seq_id, o.stream_id, o.by, o.timestamp, o.ordered order by o.seq_id desc
        """;

    /// <summary>The batches that a body ordered last, the latest first.</summary>
    /// <param name="body">Code of the body.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="token">Ends the reading.</param>
    public async Task<IReadOnlyList<BatchSummary>> LastOf(string body, int most, CancellationToken token)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = body });
        command.Parameters.Add(new() { Value = most });
        await using var rows = await command.ExecuteReaderAsync(token);
        var batches = new List<BatchSummary>();
        while (await rows.ReadAsync(token))
            batches.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetInt32(3), Count(rows, 4), Count(rows, 5), Count(rows, 6), rows.GetBoolean(7), rows.GetBoolean(8)));
        return batches;
    }

    // Null before anything was dealt with.
    private static int Count(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? 0 : (int)row.GetInt64(column);
}
