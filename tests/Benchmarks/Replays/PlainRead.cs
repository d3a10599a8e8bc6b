using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Benchmarks.Replays;

/// <summary>The plain way: an ordered SELECT, and each row deserialised.</summary>
public static class PlainRead
{
    /// <summary>Read and deserialise every payload; how many there are.</summary>
    public static async Task<long> Payloads(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand("select type, data from ledger.mt_events order by seq_id");
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(token);
        long count = 0;
        for (; await rows.ReadAsync(token); count++)
            Parse(rows.GetFieldValue<byte[]>(1), EventCatalogue.Types[rows.GetString(0)]);
        return count;
    }

    /// <summary>Read every column that a replay needs, and deserialise payload and actor; how many there are.</summary>
    public static async Task<long> PayloadsAndActors(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand("select seq_id, id, stream_id, version, type, data, headers, timestamp from ledger.mt_events order by seq_id");
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(token);
        long count = 0;
        for (; await rows.ReadAsync(token); count++)
        {
            _ = (rows.GetInt64(0), rows.GetGuid(1), rows.GetGuid(2), rows.GetInt64(3), rows.GetFieldValue<DateTimeOffset>(7));
            Parse(rows.GetFieldValue<byte[]>(5), EventCatalogue.Types[rows.GetString(4)]);
            Parse(rows.GetFieldValue<byte[]>(6), typeof(Headers));
        }
        return count;
    }

    private static void Parse(byte[] json, Type type) =>
        _ = JsonSerializer.Deserialize(json, type, LedgerJson.Options) ?? throw new InvalidOperationException("A row holds null.");

    private sealed record Headers(Actor? Actor);
}
