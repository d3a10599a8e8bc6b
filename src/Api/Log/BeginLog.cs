using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>
/// Begins another log for a database that is behind its own: under a new name, since under the old one no witness may ever cosign less than it did, and after the
/// last checkpoint of the old log that anybody has.
/// </summary>
/// <param name="database">The database, as the role that serves.</param>
/// <param name="ledger">The ledger's folder.</param>
/// <param name="keys">The folder of keys.</param>
public sealed class BeginLog(NpgsqlDataSource database, string ledger, KeyFolder keys)
{
    private string Files => Path.Combine(ledger, LogServices.FilesFolder);

    private string SignerFile => Path.Combine(ledger, LogServices.SignerFile);

    /// <summary>Begin it.</summary>
    /// <param name="origin">Its name.</param>
    /// <param name="after">The file of the old log's checkpoint, as a witness or a mirror serves it.</param>
    /// <param name="token">Ends it.</param>
    /// <returns>The key that the parties' witnesses have to know.</returns>
    /// <exception cref="HostingProblem">It cannot be done as things stand.</exception>
    public async Task<VerifierKey> Run(string origin, string after, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        if (await TreeHead.Read(connection, locked: true, token) is not { } head || keys.Read(LogServices.KeyName) is not { } seed) throw new HostingProblem("begin-log.no-log");
        var next = NextKey(origin, seed);
        if (await IsKnown(connection, origin, token)) throw new HostingProblem("begin-log.origin", origin);
        var signer = new LogSigner(new NoteSigner(head.Origin, NoteKeyType.Ed25519, seed), SignerFile);
        var last = Read(after, signer.Key);
        RequireLast(last, head, signer, after);
        await NextLog.Begin(connection, head, origin, last, token);
        // Before the commit: without these files the old log is only unsure again, while with them the new one could not publish.
        Aside(Files, head.Log);
        Aside(SignerFile, head.Log);
        await transaction.CommitAsync(token);
        return next;
    }

    // Everything that this machine still knows of the old log is in that checkpoint.
    private void RequireLast(Checkpoint last, TreeHead head, LogSigner signer, string after)
    {
        Checkpoint? signed = null;
        try
        {
            signed = signer.Last;
        }
        catch (SignerRefusalException)
        {
            // A damaged file says nothing.
        }
        var published = Files is var folder && new TileFolder(folder).Checkpoint is { } bytes && Of(bytes, signer.Key) is { } known ? known : null;
        foreach (var size in new[] { head.Frontier.Size, signed?.Size ?? 0, published?.Size ?? 0 })
        {
            if (last.Size < size) throw new HostingProblem("begin-log.smaller", after, last.Size, size);
        }
        foreach (var same in new[] { signed, published })
        {
            if (same?.Size == last.Size && same != last) throw new HostingProblem("begin-log.inconsistent", after, last.Size);
        }
        if (published?.Size > 0 && published.Size == last.Size && !MerkleTree.Root(last.Size, new TileHashes(last.Size, new TileFolder(Files).Hashes).Of).AsSpan().SequenceEqual(last.Root.Span))
            throw new HostingProblem("begin-log.inconsistent", after, last.Size);
    }

    private static Checkpoint Read(string file, VerifierKey log)
    {
        try
        {
            return Of(File.ReadAllBytes(file), log) ?? throw new HostingProblem("begin-log.note", file, log.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostingProblem("begin-log.note", file, log.Name);
        }
    }

    // Anybody's cosignatures may stand under it: the log's own signature says that the log made it.
    private static Checkpoint? Of(byte[] bytes, VerifierKey log)
    {
        try
        {
            return SignedNote.Parse(bytes) is var note && note.IsSignedBy(log) && Checkpoint.Parse(note.Text) is var checkpoint && checkpoint.Origin == log.Name && checkpoint.Text == note.Text ? checkpoint : null;
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    private static VerifierKey NextKey(string origin, byte[] seed)
    {
        try
        {
            return new NoteSigner(origin, NoteKeyType.Ed25519, seed).Key;
        }
        catch (LogFormatException)
        {
            throw new HostingProblem("begin-log.origin", origin);
        }
    }

    private static async Task<bool> IsKnown(NpgsqlConnection connection, string origin, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select exists (select from {LogTables.Schema}.heads where origin = $1)", connection) { Parameters = { new() { Value = origin } } };
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    private static void Aside(string path, int log)
    {
        var to = $"{path}-{log}";
        for (var n = 2; Path.Exists(to); n++) to = $"{path}-{log}.{n}";
        if (Directory.Exists(path)) Directory.Move(path, to);
        else if (File.Exists(path)) File.Move(path, to);
    }
}
