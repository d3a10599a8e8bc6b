using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>The claims of an Open Badges 3.0 AchievementCredential (W3C VCDM 2.0) that say what a content says; the table is in docs/formats/vc-jwt.md.</summary>
internal static class BadgeClaims
{
    private const string Own = "urn:credentialledger:";

    /// <param name="content">What it says.</param>
    /// <param name="issuer">Where the issuer publishes its keys.</param>
    /// <param name="signedAt">When it is signed.</param>
    /// <param name="picture">The digest of the picture that it is baked into, if into any (<see cref="Badges.BakedBadge"/>).</param>
    public static JsonObject Write(CredentialContent content, Uri issuer, DateTimeOffset signedAt, string? picture)
    {
        var id = JwtNames.Uuid + content.Id.ToString("D");
        var (first, last) = (JwtNames.First(content.ValidFrom), content.ValidUntil is { } until ? JwtNames.Last(until) : (DateTimeOffset?)null);
        var claims = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                new JsonObject { ["@vocab"] = XmlNames.Credential + "#" }),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "AchievementCredential"),
            ["name"] = $"{content.Achievement.TitleTh} / {content.Achievement.TitleEn}",
            ["description"] = $"{content.Programme.NoticeTh}\n\n{content.Programme.NoticeEn}",
            ["issuer"] = Issuer(content.Issuer, issuer),
            ["validFrom"] = JwtNames.Iso(first),
            ["awardedDate"] = JwtNames.Iso(JwtNames.First(content.Achievement.DecidedOn)),
            ["credentialSubject"] = Subject(content, id),
            ["evidence"] = new JsonArray(new JsonObject { ["type"] = new JsonArray("Evidence"), ["genre"] = "VerifiableLog", ["name"] = content.LogOrigin }),
            ["credentialStatus"] = new JsonArray(Bit(content.Status, "revocation"), Bit(content.Status, "suspension")),
            ["programme"] = new JsonObject { ["noticeTh"] = content.Programme.NoticeTh, ["noticeEn"] = content.Programme.NoticeEn },
            ["test"] = content.Test,
            ["iss"] = issuer.AbsoluteUri,
            ["jti"] = id,
            ["sub"] = id + "#holder",
            ["iat"] = signedAt.ToUnixTimeSeconds(),
            ["nbf"] = first.ToUnixTimeSeconds(),
            ["status"] = SharedClaims.Write(content.Status),
        };
        if (last is { } end) (claims["validUntil"], claims["exp"]) = (JwtNames.Iso(end), end.ToUnixTimeSeconds());
        // W3C VCDM 2.0 section 5.3: a resource whose integrity the credential vouches for.
        if (picture is not null)
            claims["relatedResource"] = new JsonArray(new JsonObject { ["id"] = id + "#picture", ["mediaType"] = "image/png", ["digestSRI"] = picture });
        return claims;
    }

    // W3C Bitstring Status List v1.0 section 2.1: the same place in the two lists that stand beside the token status list (docs/formats/status-list.md).
    private static JsonObject Bit(StatusReference status, string purpose) => new()
    {
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = purpose,
        ["statusListIndex"] = status.Index.ToString(CultureInfo.InvariantCulture),
        ["statusListCredential"] = $"{status.List.AbsoluteUri}/{purpose}",
    };

    private static JsonObject Issuer(IssuerReference issuer, Uri address) => new()
    {
        ["id"] = address.AbsoluteUri,
        ["type"] = new JsonArray("Profile"),
        ["name"] = issuer.NameTh,
        ["otherIdentifier"] = new JsonArray(
            new JsonObject { ["type"] = "IdentifierEntry", ["identifier"] = issuer.Code, ["identifierType"] = "identifier" },
            new JsonObject { ["type"] = "IdentifierEntry", ["identifier"] = issuer.NameEn, ["identifierType"] = "name" }),
    };

    private static JsonObject Subject(CredentialContent content, string id)
    {
        var achievement = content.Achievement;
        var ofAchievement = Own + $"achievement:{Escape(achievement.Framework)}:{Escape(achievement.Scheme)}:{Escape(achievement.Unit)}";
        var results = new JsonArray(new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = ofAchievement + "#decision", ["status"] = "Completed" });
        if (Level(achievement) is { } level)
            results.Add(new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = ofAchievement + "#level", ["value"] = level });
        return new()
        {
            ["id"] = id + "#holder",
            ["type"] = new JsonArray("AchievementSubject"),
            ["identifier"] = new JsonArray([.. Names(content.Holder).Select(name =>
                (JsonNode)new JsonObject { ["type"] = "IdentityObject", ["hashed"] = false, ["identityHash"] = name, ["identityType"] = "name" })]),
            ["nationalIdHash"] = content.Holder.Identity!.ToJson(),
            ["licenseNumber"] = content.Number,
            ["achievement"] = Achievement(achievement, ofAchievement),
            ["result"] = results,
        };
    }

    private static JsonObject Achievement(Achievement achievement, string id)
    {
        var described = new JsonArray(Description(id + "#decision", "ผลการตัดสิน / Decision", "Status"));
        if (achievement.Level is not null) described.Add(Description(id + "#level", "ระดับ / Level", "PerformanceLevel"));
        return new()
        {
            ["id"] = id,
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = "Certification",
            ["humanCode"] = achievement.Unit,
            ["inLanguage"] = "th",
            ["name"] = achievement.TitleTh,
            ["description"] = achievement.TitleEn,
            ["specialization"] = achievement.Scheme,
            ["criteria"] = new JsonObject
            {
                ["narrative"] = $"{achievement.Scheme}: {string.Join(' ', achievement.Framework, achievement.Unit, Level(achievement)).TrimEnd()}\n\n{achievement.TitleTh}\n\n{achievement.TitleEn}",
            },
            ["alignment"] = new JsonArray(new JsonObject
            {
                ["type"] = new JsonArray("Alignment"),
                ["targetType"] = "ceasn:Competency",
                ["targetCode"] = achievement.Unit,
                ["targetFramework"] = achievement.Framework,
                ["targetName"] = achievement.TitleTh,
                ["targetDescription"] = achievement.TitleEn,
                ["targetUrl"] = Own + $"unit:{Escape(achievement.Framework)}:{Escape(achievement.Unit)}",
            }),
            ["resultDescription"] = described,
        };
    }

    private static JsonObject Description(string id, string name, string type) =>
        new() { ["id"] = id, ["type"] = new JsonArray("ResultDescription"), ["name"] = name, ["resultType"] = type };

    private static string[] Names(HolderReference holder) => holder.NameEn is { } english ? [holder.NameTh!, english] : [holder.NameTh!];

    private static string? Level(Achievement achievement) => achievement.Level?.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string code) => Uri.EscapeDataString(code);
}
