using System.Security.Cryptography;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>An evidence bundle: one file that shows events of a ledger and proves them by its log, to who never saw the ledger (docs/formats/evidence.md).</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Events">Its events: those with a place by index, then those without.</param>
/// <param name="Checkpoints">The cosigned checkpoints by size.</param>
/// <param name="Others">Every other member by its name.</param>
public sealed record EvidenceBundle(EvidenceManifest Manifest, IReadOnlyList<EvidenceEvent> Events, IReadOnlyDictionary<long, SignedNote> Checkpoints, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Others)
{
    /// <summary>Bytes that a bundle may have.</summary>
    public const int MaxLength = 256 * 1024 * 1024;

    /// <summary>The file. The same contents give the same bytes.</summary>
    /// <param name="manifest">What it says of itself; its counts and hashes are computed here.</param>
    /// <param name="events">Its events, in any order.</param>
    /// <param name="checkpoints">The checkpoints that they are proven under.</param>
    /// <param name="others">Policy, trust list, reports, certificates and what is encrypted, by name.</param>
    /// <exception cref="ArgumentException">A name is none of <see cref="EvidenceMembers"/>.</exception>
    public static byte[] Write(EvidenceManifest manifest, IEnumerable<EvidenceEvent> events, IEnumerable<KeyValuePair<long, SignedNote>> checkpoints, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> others)
    {
        var ordered = events.OrderBy(e => e.Place?.Index ?? long.MaxValue).ThenBy(e => e.Opening.Envelope.Event).ToList();
        var members = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [EvidenceMembers.Events] = Lines(ordered) };
        foreach (var (size, note) in checkpoints) members.Add(EvidenceMembers.Checkpoint(size), note.ToBytes());
        foreach (var (name, content) in others) members.Add(EvidenceMembers.IsName(name) ? name : throw new ArgumentException($"{name} is no member of a bundle."), content);
        manifest = manifest with { Events = ordered.Count, Members = [.. members.Select(m => (m.Key, Hash(m.Value.Span)))] };
        return StoredZip.Write([(EvidenceMembers.Manifest, manifest.Canonical()), .. members.Select(m => (m.Key, m.Value))]);
    }

    private static byte[] Lines(IEnumerable<EvidenceEvent> events)
    {
        using var lines = new MemoryStream();
        foreach (var e in events)
        {
            lines.Write(e.Line());
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    internal static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
