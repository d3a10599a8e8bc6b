using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Jwt;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Takes a good token apart, changes it, and, if asked, signs what came out: properly signed and still wrong.</summary>
internal sealed class TokenForge
{
    private readonly string signature;

    public TokenForge(byte[] good)
    {
        var pieces = Encoding.ASCII.GetString(good).Split('~');
        var parts = pieces[0].Split('.');
        (Header, Payload, signature) = (Json(parts[0]), Json(parts[1]), parts[2]);
        Disclosures = [.. pieces.Skip(1)];
    }

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    /// <summary>What stands between and after the tildes, the empty end included; nothing in a VC-JWT.</summary>
    public List<string> Disclosures { get; }

    public TokenForge Change(Action<TokenForge> change)
    {
        change(this);
        return this;
    }

    /// <summary>As it stands, with the signature that it had.</summary>
    public byte[] Unsigned() => Join($"{Encode(Header)}.{Encode(Payload)}.{signature}");

    /// <summary>A new ES256 signature, over other bytes where they are given.</summary>
    public byte[] Sign(TestKey by, string? header = null, string? payload = null) => Sign(by, Bytes(header) ?? StrictJson.Bytes(Header), Bytes(payload) ?? StrictJson.Bytes(Payload));

    public byte[] Sign(TestKey by, byte[] header, byte[] payload)
    {
        var input = Base64Url.EncodeToString(header) + "." + Base64Url.EncodeToString(payload);
        return Join($"{input}.{Base64Url.EncodeToString(by.Sign(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}");
    }

    /// <summary>An HMAC whose secret is the public key, as PEM (RFC 8725 section 2.1).</summary>
    public byte[] SignByPublicKey(TestKey key)
    {
        Header["alg"] = "HS256";
        var input = $"{Encode(Header)}.{Encode(Payload)}";
        var secret = Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", key.Certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        return Join($"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(input)))}");
    }

    /// <summary>No signature, and a header that says so.</summary>
    public byte[] None()
    {
        Header["alg"] = "none";
        return Join($"{Encode(Header)}.{Encode(Payload)}.");
    }

    /// <summary>Puts another key's certificates and id into the header.</summary>
    public TokenForge Certify(TestKey key)
    {
        Header["x5c"] = new JsonArray([.. key.Above.Prepend(key.Certificate).Select(c => (JsonNode)Convert.ToBase64String(c.RawData))]);
        var kid = Header["kid"]!.GetValue<string>();
        Header["kid"] = kid.Contains('#', StringComparison.Ordinal) ? $"{kid.Split('#')[0]}#{key.Id}" : key.Id;
        return this;
    }

    public static string Disclose(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static string DigestOf(string disclosure) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(disclosure)));

    private byte[] Join(string jws) => Encoding.ASCII.GetBytes(string.Join('~', [jws, .. Disclosures]));

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static JsonObject Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(StrictJson.Bytes(json));
}
