using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Status;

/// <summary>
/// Signatures of tokens that were good, so that the one status list of thousands of credentials is verified once. That a key made a signature is
/// true for ever; whether the key counts, and for when the token speaks, is asked each time.
/// </summary>
internal static class GoodSignatures
{
    private const int MaximumKept = 1024;

    private static readonly ConcurrentDictionary<string, byte> Kept = new(StringComparer.Ordinal);

    /// <summary>Whether the certificate's key made the signature: known, or found out now. What is wrong is never kept.</summary>
    public static bool Holds(X509Certificate2 certificate, byte[] signed, byte[] signature, Func<bool> verifies)
    {
        byte[] all = [.. SHA256.HashData(certificate.RawData), .. SHA256.HashData(signed), .. signature];
        var name = Convert.ToHexString(SHA256.HashData(all));
        if (Kept.ContainsKey(name)) return true;
        if (!verifies()) return false;
        // Strangers can sign with keys of their own: that only makes us forget.
        if (Kept.Count >= MaximumKept) Kept.Clear();
        Kept[name] = 0;
        return true;
    }
}
