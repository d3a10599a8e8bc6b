using CredentialLedger.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>
/// Two prepared INSERTs in one round trip, which is one transaction, on a connection of its own: the least that storing an event can
/// cost. The bytes are ready; nothing is read, decided, hashed or serialized.
/// </summary>
public sealed class RawWriter : IWriter
{
    private const string Stream = "insert into ledger.mt_streams (id, version, timestamp, tenant_id) values ($1, 1, now(), '*DEFAULT*')";

    private const string Event = """
        insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
        values (nextval('ledger.mt_events_sequence'), $1, $2, 1, $3, $4, now(), '*DEFAULT*', $5, $6, false)
        """;

    private readonly NpgsqlBatch batch;

    private RawWriter(NpgsqlBatch batch) => this.batch = batch;

    /// <summary>A writer of rows like <paramref name="row"/>.</summary>
    public static async Task<IWriter> Open(NpgsqlDataSource database, StoredRow row, CancellationToken token)
    {
        var batch = Batch(await database.OpenConnectionAsync(token), row);
        await batch.PrepareAsync(token);
        return new RawWriter(batch);
    }

    /// <summary>Both statements.</summary>
    internal static NpgsqlBatch Batch(NpgsqlConnection connection, StoredRow row)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(Stream) { Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = Guid.Empty } } });
        batch.BatchCommands.Add(new(Event)
        {
            Parameters =
            {
                new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = Guid.Empty },
                new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = Guid.Empty },
                new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = row.Data },
                new() { NpgsqlDbType = NpgsqlDbType.Varchar, Value = row.Type },
                new() { NpgsqlDbType = NpgsqlDbType.Varchar, Value = row.DotnetType },
                new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = row.Headers },
            },
        });
        return batch;
    }

    /// <summary>Give a stream and an event new ids.</summary>
    internal static void Fill(NpgsqlBatch batch)
    {
        var stream = Guid.NewGuid();
        batch.BatchCommands[0].Parameters[0].Value = stream;
        batch.BatchCommands[1].Parameters[0].Value = Guid.CreateVersion7();
        batch.BatchCommands[1].Parameters[1].Value = stream;
    }

    /// <inheritdoc/>
    public async Task Write(CancellationToken token)
    {
        Fill(batch);
        await batch.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await batch.Connection!.DisposeAsync();
        await batch.DisposeAsync();
    }
}
