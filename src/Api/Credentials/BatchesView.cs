using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>The batches that a body ordered last; shown to who issues for it.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Batches">The latest first, up to 50.</param>
public sealed record BatchesView(string Body, IReadOnlyList<BatchesView.Entry> Batches)
{
    private const int Most = 50;

    // Counted by the database: an order names up to 10,000 decisions, and none of them is shown here.
    private const string Sql = $"""
        select o.stream_id, o.by, o.timestamp, o.ordered, sum((a.data ->> 'issued')::int), sum((a.data ->> 'issuedBefore')::int),
               sum(jsonb_array_length(a.data -> 'refused')), coalesce(bool_or(a.type = 'batch-finished'), false)
        from (select stream_id, seq_id, timestamp, (data ->> 'orderedBy')::uuid as by, jsonb_array_length(data -> 'decisions') as ordered from {LedgerStore.Schema}.mt_events where {ReadingIndexes.IsOrder} and data ->> 'body' = $1 order by seq_id desc limit $2) o
        left join {LedgerStore.Schema}.mt_events a on a.stream_id = o.stream_id and a.version > 1
        group by o.seq_id, o.stream_id, o.by, o.timestamp, o.ordered order by o.seq_id desc
        """;

    /// <summary>A batch, and how far it is.</summary>
    public sealed record Entry(Guid Id, Guid OrderedBy, DateTimeOffset OrderedAt, int Ordered, int Issued, int IssuedBefore, int Refused, bool Finished);

    /// <summary>List them.</summary>
    [WolverineGet("/api/batches"), Serves<OrderBatch>]
    public static async Task<IResult> Get(HttpContext http, NpgsqlDataSource database, CancellationToken token)
    {
        var body = http.Features.GetRequiredFeature<Actor>().Organisation;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = body });
        command.Parameters.Add(new() { Value = Most });
        await using var rows = await command.ExecuteReaderAsync(token);
        var batches = new List<Entry>();
        while (await rows.ReadAsync(token))
            batches.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetInt32(3), Count(rows, 4), Count(rows, 5), Count(rows, 6), rows.GetBoolean(7)));
        return Results.Ok(new BatchesView(body, batches));
    }

    private static int Count(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? 0 : (int)row.GetInt64(column);
}
