using CredentialLedger.Api.Hosting;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>The master key in use: the database says which one, the key folder holds it.</summary>
public sealed class MasterKeys(NpgsqlDataSource database, KeyFolder folder, TimeProvider clock)
{
    /// <summary>Age at which the key must be replaced.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim loading = new(1, 1);
    private MasterKey? current;

    /// <summary>The key of that id, which is the one in use, read again from the database if another was in use last time; null once it was replaced.</summary>
    public async ValueTask<MasterKey?> Get(Guid id, CancellationToken token) =>
        current is { } key && key.Id == id || (key = await Reload(token)).Id == id ? key : null;

    /// <summary>Ask the database which key is in use, and make the first one if there is none.</summary>
    public async Task<MasterKey> Reload(CancellationToken token)
    {
        await loading.WaitAsync(token);
        try
        {
            await using var connection = await database.OpenConnectionAsync(token);
            var id = await InUse(connection, token) ?? await MakeFirst(connection, token);
            // Replaced and destroyed between the two looks: the next one is in use.
            while (!Has(id) && await InUse(connection, token) is { } next && next != id) id = next;
            return current = Read(id);
        }
        finally
        {
            loading.Release();
        }
    }

    private bool Has(Guid id) => folder.Read(FileOf(id)) is not null;

    /// <summary>The key of that id from its file.</summary>
    public MasterKey Read(Guid id) =>
        new(id, folder.Read(FileOf(id)) ?? throw new HostingProblem("keys.master-missing", FileOf(id), folder.Path));

    /// <summary>A new key in a file of its own, not in use yet.</summary>
    public MasterKey MakeUnused()
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        folder.Create(FileOf(id));
        return Read(id);
    }

    /// <summary>Destroy a key that <see cref="MakeUnused"/> made and that never came into use.</summary>
    public void DestroyUnused(MasterKey key) => folder.Destroy(FileOf(key.Id));

    /// <summary>Destroy the files of keys that were replaced; repeats what a crash may have cut short.</summary>
    public async Task DestroyRetired(CancellationToken token)
    {
        await using var command = database.CreateCommand("select id from keys.retired_masters");
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) folder.Destroy(FileOf(rows.GetGuid(0)));
    }

    private static async Task<Guid?> InUse(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select id from keys.masters order by since desc limit 1", connection);
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    private async Task<Guid> MakeFirst(NpgsqlConnection connection, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using var @lock = new NpgsqlCommand("lock table keys.masters in exclusive mode", connection);
        await @lock.ExecuteNonQueryAsync(token);
        if (await InUse(connection, token) is { } made) return made;
        var key = MakeUnused();
        await using var insert = new NpgsqlCommand("insert into keys.masters (id, since) values ($1, $2)", connection)
        {
            Parameters = { new() { Value = key.Id }, new() { Value = clock.GetUtcNow() } },
        };
        await insert.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
        return key.Id;
    }

    private static string FileOf(Guid id) => $"master-{id:N}";
}
