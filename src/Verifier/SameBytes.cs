namespace CredentialLedger.Verifier;

/// <summary>Byte strings, and lists of them, as keys: equal are only all bytes. The hash is of the last ones, which in what is signed are the end of a signature and tell them apart.</summary>
internal sealed class SameBytes : IEqualityComparer<ReadOnlyMemory<byte>>, IEqualityComparer<IReadOnlyList<byte[]>>
{
    private const int Told = 32;

    public static readonly SameBytes Instance = new();

    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode(ReadOnlyMemory<byte> obj) => Hash(obj.Span);

    public bool Equals(IReadOnlyList<byte[]>? x, IReadOnlyList<byte[]>? y)
    {
        if (x is null || y is null || x.Count != y.Count) return x is null && y is null;
        for (var i = 0; i < x.Count; i++) if (!x[i].AsSpan().SequenceEqual(y[i])) return false;
        return true;
    }

    public int GetHashCode(IReadOnlyList<byte[]> obj) => obj.Count == 0 ? 0 : Hash(obj[0]);

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes[^Math.Min(Told, bytes.Length)..]);
        return hash.ToHashCode();
    }
}
