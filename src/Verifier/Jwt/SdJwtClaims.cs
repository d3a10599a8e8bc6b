using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>The claims of an SD-JWT VC that say what a content says; the table is in docs/formats/sd-jwt.md.</summary>
internal static class SdJwtClaims
{
    /// <summary>Digests in every token, decoys included.</summary>
    private const int DigestCount = 3;

    /// <param name="content">What it says; of the holder, nothing is written here.</param>
    /// <param name="issuer">Where the issuer publishes its keys.</param>
    /// <param name="signedAt">When it is signed.</param>
    /// <param name="digests">What stands for the personal claims.</param>
    public static JsonObject Write(CredentialContent content, Uri issuer, DateTimeOffset signedAt, IReadOnlyList<string> digests)
    {
        var claims = new JsonObject
        {
            ["iss"] = issuer.AbsoluteUri,
            ["iat"] = signedAt.ToUnixTimeSeconds(),
            ["nbf"] = JwtNames.First(content.ValidFrom).ToUnixTimeSeconds(),
            ["vct"] = JwtNames.CredentialType,
            ["status"] = SharedClaims.Write(content.Status),
            ["jti"] = JwtNames.Uuid + content.Id.ToString("D"),
            ["number"] = content.Number,
            ["test"] = content.Test,
            ["valid_from"] = JwtNames.Iso(content.ValidFrom),
            ["issuer"] = new JsonObject { ["code"] = content.Issuer.Code, ["name_th"] = content.Issuer.NameTh, ["name_en"] = content.Issuer.NameEn },
            ["achievement"] = Achievement(content.Achievement),
            ["programme"] = new JsonObject { ["notice_th"] = content.Programme.NoticeTh, ["notice_en"] = content.Programme.NoticeEn },
            ["log"] = content.LogOrigin,
            ["_sd_alg"] = "sha-256",
            ["_sd"] = new JsonArray([.. digests.Select(d => (JsonNode)d)]),
        };
        if (content.ValidUntil is { } until) (claims["valid_until"], claims["exp"]) = (JwtNames.Iso(until), JwtNames.Last(until).ToUnixTimeSeconds());
        return claims;
    }

    /// <summary>The personal claims; without those that are withheld.</summary>
    public static JsonObject Personal(HolderReference holder)
    {
        var claims = new JsonObject();
        if (holder.NameTh is { } thai) claims[Disclosure.NameTh] = thai;
        if (holder.NameEn is { } english) claims[Disclosure.NameEn] = english;
        if (holder.Identity is { } identity) claims[Disclosure.NationalIdHash] = identity.ToJson();
        return claims;
    }

    public static Disclosure[] Disclose(HolderReference holder) => [.. Personal(holder).Select(claim => Disclosure.Make(claim.Key, claim.Value!.DeepClone()))];

    /// <summary>As many for every credential, in an order that tells nothing.</summary>
    public static string[] Digests(Disclosure[] disclosures) =>
        [.. disclosures.Select(d => d.Digest).Concat(Enumerable.Range(disclosures.Length, DigestCount - disclosures.Length).Select(_ => Disclosure.Decoy())).Order(StringComparer.Ordinal)];

    /// <summary>The digests of a payload; nothing unless they are as many as they must be, and each another.</summary>
    public static string[]? Digests(JsonElement payload)
    {
        if (!payload.TryGetProperty("_sd", out var list) || list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() != DigestCount) return null;
        var digests = list.EnumerateArray().Select(d => d.ValueKind is JsonValueKind.String ? StrictJson.TextOrNull(d) : null).ToArray();
        return digests.All(d => d is not null && StrictValues.Base64UrlOrNull(d)?.Length == SHA256.HashSizeInBytes) && digests.Distinct().Count() == DigestCount ? [.. digests.OfType<string>()] : null;
    }

    public static CredentialContent Read(JsonValues claims, JsonValues holder, string keyId) => new(
        claims.Id("jti"), claims.Code("number"), claims.Date("valid_from"), claims.DateIfAny("valid_until"), claims.Boolean("test"),
        new(claims.Code("issuer/code"), claims.Text("issuer/name_th"), claims.Text("issuer/name_en"), keyId),
        new(holder.TextIfAny(Disclosure.NameTh), holder.TextIfAny(Disclosure.NameEn), holder.Has(Disclosure.NationalIdHash) ? holder.Identity(Disclosure.NationalIdHash) : null),
        new(claims.Code("achievement/framework"), claims.Code("achievement/scheme"), claims.Code("achievement/unit"),
            claims.Has("achievement/level") ? (int)claims.Number("achievement/level", 1, CredentialReader.MaxLevel) : null,
            claims.Text("achievement/title_th"), claims.Text("achievement/title_en"), claims.Date("achievement/decided_on")),
        new(claims.Text("programme/notice_th", StrictValues.MaxNotice), claims.Text("programme/notice_en", StrictValues.MaxNotice)),
        SharedClaims.Read(claims), claims.Text("log"));

    private static JsonObject Achievement(Achievement achievement)
    {
        var claims = new JsonObject { ["framework"] = achievement.Framework, ["scheme"] = achievement.Scheme, ["unit"] = achievement.Unit };
        if (achievement.Level is { } level) claims["level"] = level;
        (claims["title_th"], claims["title_en"], claims["decided_on"]) = (achievement.TitleTh, achievement.TitleEn, JwtNames.Iso(achievement.DecidedOn));
        return claims;
    }
}
