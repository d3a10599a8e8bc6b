using JasperFx;
using Marten;
using Npgsql;

namespace CredentialLedger.Projections.Writing;

/// <summary>
/// The last step before a commit: refuses it where a stream that was read, and is not written, has changed since. What was read is locked until
/// the commit against writers, not against others who hold it; a stream without events needs no lock, since whoever begins it holds in turn what this transaction writes.
/// </summary>
/// <param name="versions">The versions that were read, by stream; 0 for one without events.</param>
internal sealed class HeldStreams(IReadOnlyDictionary<Guid, long> versions) : ITransactionParticipant
{
    // In one order, so that of two who hold the same none waits for the other in a circle.
    private const string Changed = $"""
        with now as materialized (select id, version from {LedgerStore.Schema}.mt_streams where id = any($1) order by id for share)
        select read.id from unnest($1, $2) read (id, version) left join now using (id) where coalesce(now.version, 0) <> read.version limit 1
        """;

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">A stream has changed.</exception>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Changed, connection, transaction) { Parameters = { new() { Value = versions.Keys.ToArray() }, new() { Value = versions.Values.ToArray() } } };
        if (await command.ExecuteScalarAsync(token) is Guid changed) throw new ConcurrencyException($"Stream {changed} has changed since it was read.", null);
    }
}
