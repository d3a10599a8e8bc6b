using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing.LedgerKeys;

/// <summary>
/// The keys of the ledger's own, which lie off the database: of each kind a first one, made on first use, and those that followed it (docs/design/0040-rotation-of-the-ledgers-keys.md).
/// Files are added and never changed, so that their names tell whether anything is new, and a server that runs sees what a verb beside it did.
/// </summary>
public sealed class LedgerKeyring(KeyFolder folder)
{
    private readonly ConcurrentDictionary<KeyKind, (string Files, IReadOnlyList<KeptKey> Keys)> read = new();

    /// <summary>The name of a kind, as files and the command line have it.</summary>
    public static string NameOf(KeyKind kind) => kind switch
    {
        KeyKind.TrustList => "trust-list",
        KeyKind.Receipts => "receipts",
        KeyKind.CheckCodes => "check-codes",
        _ => "share-links",
    };

    /// <summary>Every key of a kind, the first first.</summary>
    public IReadOnlyList<KeptKey> All(KeyKind kind)
    {
        var name = NameOf(kind);
        if (!IsThere(kind, 1)) folder.Create(name);
        var files = string.Join('\n', Directory.EnumerateFiles(folder.Path, $"{name}.*").Select(Path.GetFileName).Where(f => f!.EndsWith(".key", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        if (read.TryGetValue(kind, out var known) && known.Files == files) return known.Keys;
        var keys = new List<KeptKey>();
        for (var number = 1; IsThere(kind, number); number++) keys.Add(Read(kind, number));
        read[kind] = (files, keys);
        return keys;
    }

    /// <summary>The key that is used at a moment: the last one that may be.</summary>
    public KeptKey InForce(KeyKind kind, DateTimeOffset at) => All(kind).LastOrDefault(k => k.IsUsable(at)) ?? throw new InvalidDataException($"No key of the ledger's for {NameOf(kind)} may be used.");

    /// <summary>The secrets that count, the newest first: what was made under an older one still fits.</summary>
    public IEnumerable<byte[]> Secrets(KeyKind kind) => All(kind).Where(k => k.EndedAt is null).Select(k => k.Secret).OfType<byte[]>().Reverse();

    /// <summary>When another key took the place of one, or it was ended; null while it is in use, or waits for that.</summary>
    public DateTimeOffset? Until(KeyKind kind, KeptKey key) => All(kind).Where(k => k.Number > key.Number).Select(k => k.From).Append(key.EndedAt).Min();

    /// <summary>The keys that sign receipts, as the trust list names them.</summary>
    public IEnumerable<LedgerKey> ReceiptKeys() => All(KeyKind.Receipts).Select(k => new LedgerKey(k.Signs!, k.From, Until(KeyKind.Receipts, k), k.IsCompromised));

    /// <summary>What leads from each key of the trust list to the next, a line each; a key that somebody else may hold leads nowhere.</summary>
    public string TrustLinks() => string.Concat(All(KeyKind.TrustList).Where(k => k.Link is not null && !All(KeyKind.TrustList)[k.Number - 2].IsCompromised).Select(k => $"{k.Link}\n"));

    internal string KeyName(KeyKind kind, int number) => number == 1 ? NameOf(kind) : string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}.{number}");

    internal static string BeginningOf(KeyKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}.{number}.json");

    internal static string EndOf(KeyKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}.{number}.ended.json");

    internal static string TheftOf(KeyKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}.{number}.stolen.json");

    // A later key counts once its beginning is written; what was killed before that left a file that the next attempt takes.
    private bool IsThere(KeyKind kind, int number) =>
        File.Exists(Path.Combine(folder.Path, EndOf(kind, number))) || File.Exists(Path.Combine(folder.Path, number == 1 ? $"{NameOf(kind)}.key" : BeginningOf(kind, number)));

    private KeptKey Read(KeyKind kind, int number)
    {
        var (beginning, end, secret) = (Json(BeginningOf(kind, number)), Json(EndOf(kind, number)), folder.Read(KeyName(kind, number)));
        if (secret is null && end is null) throw new InvalidDataException($"The key file {KeyName(kind, number)} is missing, or not {KeyFolder.KeyLength} bytes long.");
        var signs = kind is not (KeyKind.TrustList or KeyKind.Receipts) ? null
            : secret is not null ? Private(secret) : LedgerKey.PublicKey(JsonSerializer.SerializeToElement(end!["key"]));
        return new(number, secret, signs, Moment(beginning?["from"]), (string?)beginning?["link"], Moment(end?["at"]), (bool?)end?["compromised"] is true || Json(TheftOf(kind, number)) is not null);
    }

    internal static ECDsa Private(byte[] secret) => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });

    private JsonObject? Json(string file) => Path.Combine(folder.Path, file) is var path && File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path))!.AsObject() : null;

    private static DateTimeOffset? Moment(JsonNode? seconds) => seconds is null ? null : DateTimeOffset.FromUnixTimeSeconds((long)seconds);
}
