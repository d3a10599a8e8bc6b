using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>
/// The keys that sign a ledger's trust list, from the one that somebody pinned on: each key signs which key follows it and from when, so that who trusts the first can
/// follow without being told anew (docs/formats/trust.md).
/// </summary>
public sealed class TrustKeyChain
{
    private const string Type = "trustkey+jwt";
    private const int MaxLength = 64 * 1024;

    private readonly List<(ECDsa Key, DateTimeOffset? From)> keys = [];

    private TrustKeyChain(ECDsa pin) => keys.Add((pin, null));

    /// <summary>The links that lead on from the pin, a line each: what is worth keeping of what was given.</summary>
    public byte[] Links { get; private set; } = [];

    /// <summary>The last key of the chain, which may be of a time to come.</summary>
    public ECDsa Last => keys[^1].Key;

    /// <summary>A link: that another key signs the trust lists from a moment on.</summary>
    /// <param name="ledger">The ledger's DID.</param>
    /// <param name="next">The key that follows.</param>
    /// <param name="from">The first moment; cut to whole seconds.</param>
    /// <param name="key">The key before, which signs this.</param>
    /// <param name="issuedAt">When it is signed.</param>
    public static byte[] Link(string ledger, ECDsa next, DateTimeOffset from, ECDsa key, DateTimeOffset issuedAt) => LedgerJws.Sign(Type, SignedTrustList.KeyIdOf(key), new()
    {
        ["iss"] = ledger,
        ["iat"] = issuedAt.ToUnixTimeSeconds(),
        ["from"] = from.ToUnixTimeSeconds(),
        ["next"] = SignedTrustList.JwkOf(next),
    }, key);

    /// <summary>Follow links from a pinned key as far as they lead. What is no link, or not by a key of the chain, leads nowhere; of two by one key the first counts, so give what was kept before what was fetched.</summary>
    /// <param name="pin">The key that is trusted.</param>
    /// <param name="links">Links, a line each; at most 64 KiB are looked at.</param>
    public static TrustKeyChain Follow(ECDsa pin, ReadOnlySpan<byte> links)
    {
        var chain = new TrustKeyChain(pin);
        var given = Encoding.ASCII.GetString(links[..Math.Min(links.Length, MaxLength)]).Split('\n');
        var followed = new List<string>();
        while (given.FirstOrDefault(chain.LeadsOn) is { } link) followed.Add(link);
        chain.Links = Encoding.ASCII.GetBytes(string.Concat(followed.Select(link => $"{link}\n")));
        return chain;
    }

    /// <summary>The list in a token, once the signature by the key holds that was in force when the list says that it was issued, and it has not expired.</summary>
    /// <exception cref="TrustListException">It is no such token, by none of these keys, by one that was not in force, expired or of a time to come, or holds no trust list.</exception>
    public TrustList Open(ReadOnlySpan<byte> token, DateTimeOffset now) => SignedTrustList.Open(token, KeyOf(token), now);

    /// <summary>When a token says that it was issued, whether or not it has expired.</summary>
    /// <exception cref="TrustListException">It is no such token, or by none of these keys while it was in force.</exception>
    public DateTimeOffset IssuedAt(ReadOnlySpan<byte> token) => SignedTrustList.IssuedAt(token, KeyOf(token));

    /// <summary>The keys that sign the ledger's receipts, by a token.</summary>
    /// <exception cref="TrustListException">It is no such token, or by none of these keys while it was in force.</exception>
    public IReadOnlyList<LedgerKey> ReceiptKeys(ReadOnlySpan<byte> token) => SignedTrustList.ReceiptKeys(token, KeyOf(token));

    private ECDsa KeyOf(ReadOnlySpan<byte> token)
    {
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            if (!SignedTrustList.IsBy(token, keys[i].Key)) continue;
            var issued = SignedTrustList.IssuedAt(token, keys[i].Key);
            // Whoever gets hold of a key that has been replaced signs nothing new by it.
            var ends = keys.Skip(i + 1).Min(k => k.From);
            return issued + Verify.ClockTolerance >= keys[i].From.GetValueOrDefault() && !(issued - Verify.ClockTolerance >= ends) ? keys[i].Key : throw new TrustListException(Codes.TrustKeyReplaced, "kid");
        }
        throw new TrustListException(Codes.TrustSignature, "signature");
    }

    private bool LeadsOn(string link)
    {
        var parts = link.Split('.');
        if (!LedgerJws.IsBy(parts, Type, SignedTrustList.KeyIdOf(Last)) || !LedgerJws.IsSigned(parts, Last)) return false;
        try
        {
            using var json = JsonDocument.Parse(StrictValues.Base64UrlOrNull(parts[1]) ?? [], new() { AllowDuplicateProperties = false, MaxDepth = 4 });
            var from = DateTimeOffset.FromUnixTimeSeconds(json.RootElement.GetProperty("from").GetInt64());
            // One that leads back leads nowhere.
            if (LedgerKey.PublicKey(json.RootElement.GetProperty("next")) is not { } next || keys.Any(k => SignedTrustList.KeyIdOf(k.Key) == SignedTrustList.KeyIdOf(next))) return false;
            keys.Add((next, from));
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
