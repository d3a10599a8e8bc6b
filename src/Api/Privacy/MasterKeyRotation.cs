using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>
/// Replaces the master key: every person's key is wrapped anew, and every national id and accepted award is looked up under the new key, in one transaction;
/// then the old key is destroyed. Cut short anywhere, either the old key is still in use or the new one is, and the next run or start finishes.
/// </summary>
public sealed class MasterKeyRotation(NpgsqlDataSource database, MasterKeys masters, TimeProvider clock)
{
    private const int BatchSize = 1000;

    /// <summary>Replace the key. Writers wait meanwhile, and read the new key afterwards.</summary>
    /// <returns>How many persons' keys were wrapped anew.</returns>
    public async Task<long> Run(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        // In the order in which an accepted award, a registration and an erasure meet these tables, so that none waits for another in a circle.
        await Execute(connection, "lock table keys.award_numbers, keys.persons, keys.masters, keys.national_ids in exclusive mode", token);
        var old = await masters.Reload(token);
        var next = masters.MakeUnused();
        long done;
        try
        {
            done = await WrapAnew(connection, old, next, token);
        }
        catch
        {
            // What was wrapped under it is rolled back, but may lie in the WAL.
            masters.DestroyUnused(next);
            throw;
        }
        await transaction.CommitAsync(token);
        await masters.Reload(token);
        await masters.DestroyRetired(token);
        return done;
    }

    private async Task<long> WrapAnew(NpgsqlConnection connection, MasterKey old, MasterKey next, CancellationToken token)
    {
        await Execute(connection, "insert into keys.masters (id, since) values ($1, $2)", token, next.Id, clock.GetUtcNow());
        long done = 0;
        for (var last = Guid.Empty; await Batch(connection, last, token) is { Count: > 0 } batch; last = batch[^1].Person)
        {
            await Replace(connection, batch, old, next, token);
            done += batch.Count;
        }
        await AwardNumbers.Rebuild(connection, next, token);
        await Execute(connection, "delete from keys.masters where id = $1", token, old.Id);
        await Execute(connection, "insert into keys.retired_masters (id, at) values ($1, $2)", token, old.Id, clock.GetUtcNow());
        return done;
    }

    private static async Task<List<Row>> Batch(NpgsqlConnection connection, Guid after, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("""
            select p.person, p.key, p.wrapped, e.data ->> 'nationalId'
            from keys.persons p left join ledger.mt_events e on e.stream_id = p.person and e.version = 1 and e.type = 'person-registered'
            where p.person > $1 order by p.person limit $2
            """, connection)
        { Parameters = { new() { Value = after }, new() { Value = BatchSize } } };
        await using var rows = await command.ExecuteReaderAsync(token);
        var batch = new List<Row>(BatchSize);
        while (await rows.ReadAsync(token))
            batch.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetFieldValue<byte[]>(2), rows.IsDBNull(3) ? null : rows.GetString(3)));
        return batch;
    }

    private static async Task Replace(NpgsqlConnection connection, List<Row> batch, MasterKey old, MasterKey next, CancellationToken token)
    {
        var keys = batch.Select(r => old.Unwrap(r.Person, r.Key, r.Wrapped)).ToArray();
        await Execute(connection, "update keys.persons p set wrapped = n.wrapped, master = $3 from unnest($1, $2) n(person, wrapped) where p.person = n.person",
            token, keys.Select(k => k.Person).ToArray(), keys.Select(next.Wrap).ToArray(), next.Id);
        var known = batch.Zip(keys).Where(r => r.First.NationalId is not null).ToArray();
        await Execute(connection, "delete from keys.national_ids where person = any($1)", token, known.Select(r => r.First.Person).ToArray());
        await Execute(connection, "insert into keys.national_ids (lookup, person, master) select lookup, person, $3 from unnest($1, $2) n(lookup, person)",
            token, known.Select(r => next.LookupOf(Open(r.First, r.Second))).ToArray(), known.Select(r => r.First.Person).ToArray(), next.Id);
    }

    private static string Open(Row row, PersonKey key)
    {
        var nationalId = System.Text.Json.JsonSerializer.Deserialize<Domain.Kernel.Sealed<string>>(row.NationalId!, LedgerJson.Options)!;
        return key.Open<PersonRegistered, string>("nationalId", nationalId);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken token, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(token);
    }

    private sealed record Row(Guid Person, Guid Key, byte[] Wrapped, string? NationalId);
}
