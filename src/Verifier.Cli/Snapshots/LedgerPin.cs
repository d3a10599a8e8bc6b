using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Cli.Snapshots;

/// <summary>Which ledger a snapshot is of: its address, and the key whose trust lists count, or that of the one that it leads to (docs/formats/snapshot.md).</summary>
internal sealed record LedgerPin(Uri Ledger, ECDsa Key)
{
    private const string Format = "credentialledger-snapshot-1";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["format"] = Format, ["ledger"] = Ledger.AbsoluteUri, ["key"] = SignedTrustList.JwkOf(Key) });

    /// <summary>The pin in a file, or null when it is none.</summary>
    public static LedgerPin? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false, MaxDepth = 4 });
            var pin = parsed.RootElement;
            return pin.GetProperty("format").GetString() == Format && Address(pin.GetProperty("ledger").GetString()) is { } ledger && LedgerKey.PublicKey(pin.GetProperty("key")) is { } key ? new(ledger, key) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The key with that thumbprint (RFC 7638) in a DID document: it is the thumbprint that is trusted, so the document may come over any way.</summary>
    public static ECDsa? KeyIn(ReadOnlyMemory<byte> document, string thumbprint)
    {
        try
        {
            using var parsed = JsonDocument.Parse(document, new() { MaxDepth = 16 });
            return parsed.RootElement.GetProperty("verificationMethod").EnumerateArray().Select(method => LedgerKey.PublicKey(method.GetProperty("publicKeyJwk")))
                .FirstOrDefault(key => key is not null && SignedTrustList.KeyIdOf(key) == thumbprint);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The address of a ledger: absolute, http or https, ending in a slash.</summary>
    public static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "" }
            ? new(address.AbsoluteUri.TrimEnd('/') + "/") : null;
}
