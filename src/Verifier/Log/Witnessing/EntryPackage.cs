using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Log.Witnessing;

/// <summary>Entries of one bundle with the proof that they are the log's (C2SP tlog-mirror, "add-entries": an entry package).</summary>
/// <param name="Entries">The entries, at most 256.</param>
/// <param name="Proof">The subtree consistency proof of their bundle; <see cref="BundleProof"/>.</param>
public sealed record EntryPackage(IReadOnlyCollection<ReadOnlyMemory<byte>> Entries, IReadOnlyList<byte[]> Proof)
{
    /// <summary>"1 byte, encoding num_hashes, which MUST be at most 63."</summary>
    public const int MaxProof = 63;

    /// <summary>The package as it is sent.</summary>
    public byte[] ToBytes() => Proof.Count <= MaxProof
        ? [.. EntryBundle.Write(Entries), (byte)Proof.Count, .. Proof.SelectMany(hash => hash)]
        : throw new InvalidOperationException("A proof has at most 63 hashes.");
}
