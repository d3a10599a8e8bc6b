using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Hosting.Schema;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using Npgsql;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>
/// Brings a backup back into an empty database and an empty folder. The log's files are made again from its leaves; the signer's last checkpoint is in no
/// backup, so the ledger then asks the witnesses what they saw before it records anything.
/// </summary>
/// <param name="place">The database.</param>
/// <param name="ledger">The ledger's folder.</param>
/// <param name="keys">The folder of keys.</param>
/// <param name="options">Where PostgreSQL's programs are.</param>
public sealed class Restore(LedgerDatabase place, string ledger, string keys, ClusterOptions options)
{
    private static readonly string[] Schemas = [.. Backup.EventSchemas, KeyTables.Schema];

    /// <summary>Do it, wholly or not at all.</summary>
    /// <param name="events">The half with the events.</param>
    /// <param name="secrets">The half with the keys, not older than the events.</param>
    /// <param name="token">Ends it, and leaves nothing.</param>
    /// <exception cref="HostingProblem">It cannot be done as things stand.</exception>
    public async Task<RestoreReport> Run(string events, string secrets, CancellationToken token)
    {
        var owner = place.OwnerConnectionString ?? throw new HostingProblem("backup.no-owner");
        var (from, with) = (BackupFolder.Open(events, BackupFolder.Events), BackupFolder.Open(secrets, BackupFolder.Keys));
        // Older ones lack keys that events need, and have keys that erased people by being destroyed.
        if (with.Taken < from.Taken) throw new HostingProblem("restore.keys-older", with.Path, from.Path);
        await RequireEmpty(owner, token);
        var tools = await DumpTools.FindAsync(owner, options, token);
        try
        {
            await tools.RestoreAsync(Path.Combine(from.Path, Backup.EventsFile), token);
            await tools.RestoreAsync(Path.Combine(with.Path, Backup.KeysFile), token);
            await LedgerSchema.Migrate(place);
            await Execute(owner, Settle, token);
            CopyKeys(with.Path);
            Backup.CopyLists(from.Path, ledger);
            if (File.Exists(Path.Combine(from.Path, LogServices.PolicyFile))) File.Copy(Path.Combine(from.Path, LogServices.PolicyFile), Path.Combine(ledger, LogServices.PolicyFile), overwrite: true);
        }
        catch (Exception e)
        {
            // It was empty when this began.
            await Execute(owner, $"drop schema if exists {string.Join(", ", Schemas)} cascade", CancellationToken.None);
            if (Directory.Exists(keys)) Directory.Delete(keys, recursive: true);
            foreach (var list in StatusFiles.KeptIn(ledger)) File.Delete(Path.Combine(ledger, list));
            if (e is IOException or UnauthorizedAccessException) throw ServerLog.IsDiskFull(e.Message) ? new HostingProblem("backup.disk-full", keys) : new HostingProblem("backup.folder", keys, e.Message);
            throw;
        }
        return await Report(owner, token);
    }

    // Transactions of the old server mean nothing to this one (see Sequencer); and who has a national id or an award follows the events.
    private static readonly string Settle = $"""
        update {LogTables.Schema}.heads set horizon = null;
        delete from {KeyTables.Schema}.national_ids n where not exists (select from {LedgerStore.Schema}.mt_streams s where s.id = n.person);
        delete from {KeyTables.Schema}.award_numbers n where not exists (select from {LedgerStore.Schema}.mt_streams s where s.id = n.award)
        """;

    private async Task RequireEmpty(string owner, CancellationToken token)
    {
        string[] files = [keys, .. StatusFiles.KeptIn(ledger).Take(1).Select(f => Path.Combine(ledger, f)), Path.Combine(ledger, LogServices.FilesFolder), Path.Combine(ledger, LogServices.SignerFile)];
        if (files.FirstOrDefault(f => File.Exists(f) || Directory.Exists(f) && Directory.EnumerateFileSystemEntries(f).Any()) is { } file) throw new HostingProblem("restore.not-empty", file);
        await using var database = NpgsqlDataSource.Create(owner);
        await LedgerDatabase.RequireUsableAsync(database);
        await using var command = database.CreateCommand("select current_database() || ': schema ' || nspname from pg_namespace where nspname = any($1) limit 1");
        command.Parameters.Add(new() { Value = Schemas });
        if (await command.ExecuteScalarAsync(token) is string schema) throw new HostingProblem("restore.not-empty", schema);
    }

    private void CopyKeys(string from)
    {
        from = Path.Combine(from, Backup.KeyFiles);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            var into = new KeyFolder(Path.Combine(keys, Path.GetRelativePath(from, folder))); // closed to others
            foreach (var file in Directory.EnumerateFiles(folder)) into.WriteNew(Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }

    private static async Task<RestoreReport> Report(string owner, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand($"select count(*), coalesce(max(timestamp), 'epoch') from {LedgerStore.Schema}.mt_events", connection);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new(row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1)));
    }

    private static async Task Execute(string owner, string sql, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}

/// <summary>What was brought back.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Last">When the last of them was recorded.</param>
public sealed record RestoreReport(long Events, DateTimeOffset Last);
