using System.Text.Json;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Status;

/// <summary>The four header parameters a token has, and no other: so no crit, jwk, jku or x5u is ever followed.</summary>
internal sealed record JwsHeader(string Algorithm, string Type, string KeyId, IReadOnlyList<byte[]> Certificates)
{
    private static readonly HashSet<string> Known = ["alg", "typ", "kid", "x5c"];

    public static JwsHeader? Read(JsonElement header)
    {
        if (header.EnumerateObject().Any(p => !Known.Contains(p.Name))) return null;
        if (Text(header, "alg") is not { } algorithm || Text(header, "typ") is not { } type || Text(header, "kid") is not { } key) return null;
        return Chain(header) is { } chain ? new JwsHeader(algorithm, type, key, chain) : null;
    }

    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? TextOrNull(value) : null;

    private static List<byte[]>? Chain(JsonElement header)
    {
        if (!header.TryGetProperty("x5c", out var x5c) || x5c.ValueKind is not JsonValueKind.Array) return null;
        var chain = new List<byte[]>();
        foreach (var item in x5c.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String || TextOrNull(item) is not { } text) return null;
            if (StrictValues.Base64OrNull(text) is not { } der) return null;
            chain.Add(der);
        }

        return chain.Count is > 0 and <= CertificateLimits.MaximumPath ? chain : null;
    }

    // A JSON string can hold half a surrogate pair, which has no text.
    private static string? TextOrNull(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
