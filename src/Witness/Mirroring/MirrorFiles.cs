using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Storage;

namespace CredentialLedger.Witness.Mirroring;

/// <summary>The static files of one mirrored log: C2SP tlog-tiles below one folder. Tiles and bundles never change once they are there.</summary>
internal sealed class MirrorFiles(string folder, DurableFiles files)
{
    public string Checkpoint => Path.Combine(folder, "checkpoint");

    public bool Any => Directory.Exists(folder);

    /// <summary>Write the checkpoint, in place of the one before.</summary>
    public void WriteCheckpoint(byte[] note) => files.Write(Checkpoint, note);

    /// <summary>Write a tile or a bundle; one that is there has to be the same.</summary>
    public void Write(string path, byte[] bytes)
    {
        var place = Path.Combine(folder, path);
        if (!File.Exists(place)) files.Write(place, bytes);
        else if (!File.ReadAllBytes(place).AsSpan().SequenceEqual(bytes)) throw new DamagedException(place);
    }

    /// <summary>Throw unless a file is there and holds exactly these bytes.</summary>
    public void Demand(string path, byte[] bytes)
    {
        if (!Read(path).AsSpan().SequenceEqual(bytes)) throw new DamagedException(Path.Combine(folder, path));
    }

    /// <summary>The entries of a bundle; one with more, fewer or half of one is damaged.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Entries(Tile tile)
    {
        try
        {
            return EntryBundle.Read(Read(tile.EntriesPath), tile.Width);
        }
        catch (LogFormatException)
        {
            throw new DamagedException(Path.Combine(folder, tile.EntriesPath));
        }
    }

    /// <summary>The hashes of a tile; one of 257 hashes is damaged.</summary>
    public byte[] Hashes(Tile tile) => Read(tile.Path) is { } bytes && bytes.Length == tile.Width * MerkleTree.HashLength ? bytes : throw new DamagedException(Path.Combine(folder, tile.Path));

    /// <summary>"Logs … MAY delete any partial tile once the corresponding full tile is … available."</summary>
    public void DropPartials(Tile full)
    {
        foreach (var path in full.Level == 0 ? [full.Path, full.EntriesPath] : new[] { full.Path })
        {
            var partials = Path.Combine(folder, path) + ".p";
            if (Directory.Exists(partials)) Directory.Delete(partials, recursive: true);
        }
    }

    private byte[] Read(string path)
    {
        var place = Path.Combine(folder, path);
        return File.Exists(place) ? File.ReadAllBytes(place) : throw new DamagedException(place);
    }
}
