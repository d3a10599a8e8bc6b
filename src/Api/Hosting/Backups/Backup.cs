using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Hosting.Schema;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using Npgsql;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>
/// Copies a ledger into two folders: events, to be kept as long as the ledger, and keys, to be kept under 90 days, since a key that erased a person must be
/// gone from every copy by then (docs/design/0021).
/// </summary>
/// <param name="owner">How the role that owns the schema reaches the database.</param>
/// <param name="ledger">The ledger's folder.</param>
/// <param name="keys">The folder of keys.</param>
/// <param name="options">Where PostgreSQL's programs are.</param>
/// <param name="clock">Dates the backup.</param>
public sealed class Backup(string owner, string ledger, string keys, ClusterOptions options, TimeProvider clock)
{
    /// <summary>Age from which on a backup of keys is deleted: a day below the 90 within which an erasure has to be done, copies included.</summary>
    public static readonly TimeSpan KeysKept = TimeSpan.FromDays(89);

    /// <summary>The files of a backup.</summary>
    internal const string EventsFile = "events.dump", KeysFile = "keys.dump", CheckpointFile = "checkpoint", KeyFiles = "files", DraftPrefix = ".draft-", LockFile = ".lock";

    internal static readonly string[] EventSchemas = [LedgerStore.Schema, LogTables.Schema, DocumentTable.Schema, Grants.Messages];

    /// <summary>Take one, wholly or not at all, then delete the backups of keys that are too old.</summary>
    /// <param name="to">The folder of backups; made when missing.</param>
    /// <param name="token">Ends it, and leaves nothing.</param>
    /// <exception cref="HostingProblem">It cannot be done as things stand.</exception>
    public async Task<BackupReport> Run(string to, CancellationToken token)
    {
        to = Path.GetFullPath(to);
        var draft = Path.Combine(to, $"{DraftPrefix}{Guid.NewGuid():N}");
        try
        {
            await RequireLedger(token);
            var tools = await DumpTools.FindAsync(owner, options, token);
            Directory.CreateDirectory(to, BackupFolder.FolderMode);
            using var alone = FolderLock.TryExclusive(Path.Combine(to, LockFile)) ?? throw new HostingProblem("backup.busy", to);
            foreach (var left in Directory.EnumerateDirectories(to, $"{DraftPrefix}*")) Directory.Delete(left, recursive: true); // of one that was killed
            var taken = clock.GetUtcNow();
            var (events, secrets) = (BackupFolder.Name(BackupFolder.Events, taken), BackupFolder.Name(BackupFolder.Keys, taken));
            foreach (var folder in (string[])[draft, Path.Combine(draft, events), Path.Combine(draft, secrets)]) Directory.CreateDirectory(folder, BackupFolder.FolderMode);
            // Events first: every key that one of them needs is there by then, and a key that is destroyed meanwhile must not be in the copy.
            await Events(tools, Path.Combine(draft, events), token);
            await Keys(tools, Path.Combine(draft, secrets), token);
            Directory.Move(Path.Combine(draft, events), Path.Combine(to, events));
            Directory.Move(Path.Combine(draft, secrets), Path.Combine(to, secrets));
            DurableFiles.Flush(to);
            return new(Path.Combine(to, events), Path.Combine(to, secrets), Prune(to, taken));
        }
        catch (IOException e)
        {
            throw ServerLog.IsDiskFull(e.Message) ? new HostingProblem("backup.disk-full", to) : new HostingProblem("backup.folder", to, e.Message);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HostingProblem("backup.folder", to, e.Message);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    // The signer's last checkpoint stays where it is: brought back with an old database, it would hide from the ledger what the witnesses saw since.
    private async Task Events(DumpTools tools, string into, CancellationToken token)
    {
        // Before the dump, which then holds all that it says.
        if (File.Exists(Path.Combine(ledger, LogServices.FilesFolder, CheckpointFile))) File.Copy(Path.Combine(ledger, LogServices.FilesFolder, CheckpointFile), Path.Combine(into, CheckpointFile));
        if (File.Exists(Path.Combine(ledger, LogServices.PolicyFile))) File.Copy(Path.Combine(ledger, LogServices.PolicyFile), Path.Combine(into, LogServices.PolicyFile));
        CopyLists(ledger, into);
        await tools.DumpAsync(Path.Combine(into, EventsFile), EventSchemas, token);
        BackupFolder.Seal(into);
    }

    /// <summary>Copy the status lists that are kept by date, which nothing signs a second time as of then.</summary>
    internal static void CopyLists(string from, string into)
    {
        foreach (var list in StatusFiles.KeptIn(from))
        {
            var copy = Path.Combine(into, list);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(from, list), copy, overwrite: true);
        }
    }

    private async Task Keys(DumpTools tools, string into, CancellationToken token)
    {
        // The wrapped keys of persons and the file of the master key that wraps them have to be of one moment: a replacement of the master waits for this lock.
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using var command = new NpgsqlCommand($"lock table {KeyTables.Schema}.masters in share mode", connection);
        await command.ExecuteNonQueryAsync(token);
        await tools.DumpAsync(Path.Combine(into, KeysFile), [KeyTables.Schema], token);

        command.CommandText = $"select id from {KeyTables.Schema}.retired_masters";
        var retired = new HashSet<string>();
        await using (var rows = await command.ExecuteReaderAsync(token))
            while (await rows.ReadAsync(token)) retired.Add($"master-{rows.GetGuid(0):N}.key");
        // The issuers' keys and others have folders of their own below.
        foreach (var file in Directory.EnumerateFiles(keys, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(keys, f)).Where(f => Path.GetFileName(f) != KeyFolder.LockFile && !retired.Contains(f)))
        {
            var copy = Path.Combine(into, KeyFiles, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!, BackupFolder.FolderMode);
            File.Copy(Path.Combine(keys, file), copy);
        }
        BackupFolder.Seal(into);
    }

    private static IReadOnlyList<string> Prune(string folder, DateTimeOffset now)
    {
        var old = BackupFolder.In(folder, BackupFolder.Keys).Where(b => now - b.Taken > KeysKept).Select(b => b.Path).Order(StringComparer.Ordinal).ToList();
        foreach (var path in old) Directory.Delete(path, recursive: true);
        return old;
    }

    private async Task RequireLedger(CancellationToken token)
    {
        await using var database = NpgsqlDataSource.Create(owner);
        await LedgerDatabase.RequireUsableAsync(database);
        await using var command = database.CreateCommand($"select to_regclass('{LedgerStore.Schema}.mt_events') is not null");
        if (!(bool)(await command.ExecuteScalarAsync(token))! || !Directory.Exists(keys)) throw new HostingProblem("backup.nothing", ledger);
    }
}

/// <summary>What a backup made and deleted.</summary>
/// <param name="Events">The folder of events.</param>
/// <param name="Keys">The folder of keys.</param>
/// <param name="Pruned">Folders of keys that were too old.</param>
public sealed record BackupReport(string Events, string Keys, IReadOnlyList<string> Pruned);
