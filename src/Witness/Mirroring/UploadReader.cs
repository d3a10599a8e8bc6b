using System.Buffers.Binary;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Witness.Mirroring;

/// <summary>Reads an upload as it comes: its header, then package by package, never more than one in memory.</summary>
internal sealed class UploadReader(Stream body)
{
    /// <summary>The header; null when the body ended inside it.</summary>
    /// <exception cref="Verifier.Log.LogFormatException">It is not one.</exception>
    public async Task<AddEntriesHeader?> Header(CancellationToken token) =>
        await Prefixed(token) is { } origin && await Bytes(16, token) is { } numbers && await Prefixed(token) is { } ticket
            ? AddEntriesHeader.Of(origin, BinaryPrimitives.ReadUInt64BigEndian(numbers), BinaryPrimitives.ReadUInt64BigEndian(numbers.AsSpan(8)), ticket) : null;

    /// <summary>A package of <paramref name="count"/> entries; null when the body ended inside it.</summary>
    public async Task<EntryPackage?> Package(int count, CancellationToken token)
    {
        var entries = new List<ReadOnlyMemory<byte>>(count);
        while (entries.Count < count)
        {
            if (await Prefixed(token) is not { } entry) return null;
            entries.Add(entry);
        }
        if (await Bytes(1, token) is not [var hashes]) return null;
        // A longer proof than it MUST be is read no further; none is so long, so that it does not hold.
        if (hashes > EntryPackage.MaxProof) return new(entries, [.. Enumerable.Repeat<byte[]>([], EntryPackage.MaxProof + 1)]);
        return await Bytes(hashes * MerkleTree.HashLength, token) is { } proof ? new(entries, [.. proof.Chunk(MerkleTree.HashLength)]) : null;
    }

    private async Task<byte[]?> Prefixed(CancellationToken token) =>
        await Bytes(sizeof(ushort), token) is { } length ? await Bytes(BinaryPrimitives.ReadUInt16BigEndian(length), token) : null;

    private async Task<byte[]?> Bytes(int count, CancellationToken token)
    {
        var bytes = new byte[count];
        return await body.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, token) == count ? bytes : null;
    }
}
