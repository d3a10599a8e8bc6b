using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>One personal claim that its holder may show or withhold (RFC 9901 section 4.2.1): the encoded [salt, name, value].</summary>
internal sealed record Disclosure(string Encoded, string Name, JsonElement Value)
{
    public const string NameTh = "name_th", NameEn = "name_en", NationalIdHash = "national_id_hash";

    // RFC 9901 section 9.3 recommends 128 bits; at least so many are asked for.
    private const int SaltBytes = 16, MaxSaltBytes = 64;

    private static readonly HashSet<string> Names = [NameTh, NameEn, NationalIdHash];

    /// <summary>What the issuer signs in place of the claim.</summary>
    public string Digest => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Encoded)));

    public static Disclosure Make(string name, JsonNode value)
    {
        var salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SaltBytes));
        var encoded = Base64Url.EncodeToString(StrictJson.Bytes(new JsonArray(salt, name, value)));
        return new(encoded, name, default);
    }

    /// <summary>A digest of nothing, so that their number does not tell what a holder has (RFC 9901 section 4.2.5).</summary>
    public static string Decoy() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>Reads one; answers with the code of what is wrong, or null.</summary>
    public static string? Read(string encoded, out Disclosure? disclosure)
    {
        disclosure = null;
        if (StrictJson.Read(encoded, out var json) is { } fault) return fault;
        if (json.ValueKind is not JsonValueKind.Array || json.GetArrayLength() != 3 || Text(json[0]) is not { } salt || Text(json[1]) is not { } name) return Codes.StructureDisclosure;
        if (StrictValues.Base64UrlOrNull(salt) is not { Length: >= SaltBytes and <= MaxSaltBytes }) return Codes.StructureDisclosure;
        if (!Names.Contains(name)) return Codes.StructureDisclosureUnknown;
        disclosure = new(encoded, name, json[2]);
        return null;
    }

    private static string? Text(JsonElement json) => json.ValueKind is JsonValueKind.String ? StrictJson.TextOrNull(json) : null;
}
