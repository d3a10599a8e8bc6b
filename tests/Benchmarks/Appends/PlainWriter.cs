using CredentialLedger.Benchmarks.Measuring;
using Npgsql;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>The same two INSERTs as an application sends them that prepares nothing: a pooled connection, BEGIN, both rows, COMMIT.</summary>
public sealed class PlainWriter(NpgsqlDataSource database, StoredRow row) : IWriter
{
    /// <inheritdoc/>
    public async Task Write(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using var batch = RawWriter.Batch(connection, row);
        batch.Transaction = transaction;
        RawWriter.Fill(batch);
        await batch.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
