using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Status;

/// <summary>
/// Status lists that a trusted issuer signed and that could be read to their end, parsed and inflated, so that the one list of thousands of
/// credentials is read once. Kept by trust list and by all bytes of the token; whether the key counts, and for when the list speaks, is asked each time.
/// </summary>
internal sealed class KeptLists
{
    private const int MaximumKept = 64;
    private const long MaximumBytes = 32 * 1024 * 1024;

    // By reference, so that a changed trust list starts with nothing.
    private static readonly ConditionalWeakTable<TrustList, KeptLists> OfTrust = [];

    private readonly ConcurrentDictionary<ReadOnlyMemory<byte>, Read> kept = new(SameBytes.Instance);
    private readonly Lock keeping = new();
    private long bytes;

    /// <summary>A list whose signature holds: who signed it, and what it says.</summary>
    internal sealed record Read(Signer Signer, ListClaims Claims);

    /// <summary>The list of exactly these bytes, where it is known.</summary>
    public static Read? Find(ReadOnlyMemory<byte> token, TrustList trust) => OfTrust.TryGetValue(trust, out var lists) ? lists.kept.GetValueOrDefault(token) : null;

    /// <summary>Keep a list that counted for a credential, with bytes that nobody changes; only who is trusted to sign one can fill the room.</summary>
    public static void Keep(ReadOnlyMemory<byte> token, TrustList trust, Read read) => OfTrust.GetOrCreateValue(trust).Keep(token, read);

    private void Keep(ReadOnlyMemory<byte> token, Read read)
    {
        var size = token.Length + read.Claims.Size;
        if (size > MaximumBytes) return;
        lock (keeping)
        {
            if (kept.ContainsKey(token)) return;
            if (kept.Count >= MaximumKept || bytes + size > MaximumBytes)
            {
                kept.Clear();
                bytes = 0;
            }

            kept[token] = read;
            bytes += size;
        }
    }
}
