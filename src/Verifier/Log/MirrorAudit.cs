using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Log;

/// <summary>What an audit of a mirror saw.</summary>
/// <param name="Checkpoint">The checkpoint whose tree was computed afresh; null when there is none that can be believed.</param>
/// <param name="Witnesses">Names, in the policy, of the witnesses whose cosignatures stand under it and hold.</param>
/// <param name="Faults">What is wrong: a code of <see cref="MirrorCodes"/> or <see cref="LogCodes"/>, and where.</param>
public sealed record MirrorReport(Checkpoint? Checkpoint, IReadOnlyList<string> Witnesses, IReadOnlyList<(string Code, string Where)> Faults)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Clean => Faults.Count == 0;
}

/// <summary>What can be wrong with a copy of a log as a whole; sentences for people are in Sentences.resx, and docs/formats/log.md lists them.</summary>
public static class MirrorCodes
{
    public const string File = "log.mirror-file";
    public const string Root = "log.mirror-root";
    public const string Rewritten = "log.mirror-rewritten";
}

/// <summary>
/// Checks a copy of a log by its files alone (C2SP tlog-tiles), without the ledger: every tile is computed again from the entries, the root must be the
/// checkpoint's, the log must have signed it, and it must contain what was audited before.
/// </summary>
public static class MirrorAudit
{
    /// <summary>Audit a folder.</summary>
    /// <param name="files">The copy.</param>
    /// <param name="policyOf">The policy that whoever audits has for a log's origin; null when it knows none.</param>
    /// <param name="since">A checkpoint of the same log that was audited, or received, before; null for none.</param>
    public static MirrorReport Run(TileFolder files, Func<string, TlogPolicy?> policyOf, Checkpoint? since)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(policyOf);
        var faults = new List<(string, string)>();
        try
        {
            if (files.Checkpoint is not { } bytes) return Refused(MirrorCodes.File, "checkpoint");
            var note = SignedNote.Parse(bytes);
            var named = Checkpoint.Parse(note.Text);
            if (policyOf(named.Origin) is not { } policy) return Refused(LogCodes.CheckpointUnknownLog, named.Origin);
            var checkpoint = policy.CheckpointOf(note);
            var witnesses = policy.Witnesses.Where(w => Cosignature.TimeOf(note, w.Key) is not null).Select(w => w.Name).ToArray();
            if (since is not null && (since.Origin != checkpoint.Origin || since.Size > checkpoint.Size)) faults.Add((MirrorCodes.Rewritten, $"checkpoint {since.Size}"));
            Walk(files, checkpoint, since, (code, where) => faults.Add((code, where)));
            return new(checkpoint, witnesses, faults);
        }
        catch (LogFormatException fault)
        {
            return Refused(fault.Code, "checkpoint");
        }

        static MirrorReport Refused(string code, string where) => new(null, [], [(code, where)]);
    }

    private static void Walk(TileFolder files, Checkpoint checkpoint, Checkpoint? since, Action<string, string> found)
    {
        var tiles = new TileCheck(files, checkpoint.Size, name => found(MirrorCodes.File, name));
        for (long index = 0; index * Tile.FullWidth < checkpoint.Size; index++)
        {
            var tile = Tile.In(checkpoint.Size, 0, index)!.Value;
            IReadOnlyList<ReadOnlyMemory<byte>> entries;
            try
            {
                entries = files.Entries(tile);
            }
            catch (Exception e) when (e is LogFormatException or IOException)
            {
                found(MirrorCodes.File, tile.EntriesPath); // without these entries nothing further can be computed
                return;
            }
            foreach (var entry in entries)
            {
                tiles.Add(entry);
                if (since?.Size == tiles.Tree.Size && !since.Root.Span.SequenceEqual(tiles.Tree.Root)) found(MirrorCodes.Rewritten, $"checkpoint {since.Size}");
            }
        }
        tiles.End();
        if (!checkpoint.Root.Span.SequenceEqual(tiles.Tree.Root)) found(MirrorCodes.Root, "checkpoint");
    }
}
