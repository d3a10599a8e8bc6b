using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>A credential as an Open Badges 3.0 VC-JWT (W3C Securing Verifiable Credentials using JOSE, type <c>vc+jwt</c>).</summary>
public static class OpenBadge
{
    /// <summary>The token's bytes (ASCII), which say what the XML document of the same content says. The signing time is cut to whole seconds.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="key">The issuer's key, on P-256.</param>
    /// <param name="issuer">The http or https address under which the issuer publishes its keys.</param>
    /// <param name="signingTime">When it is signed.</param>
    /// <exception cref="ArgumentException">The content says something that this shape cannot carry, or names another key than the one that signs.</exception>
    public static byte[] Sign(CredentialContent content, IssuerKey key, Uri issuer, DateTimeOffset signingTime) => Sign(content, key, issuer, signingTime, null);

    internal static byte[] Sign(CredentialContent content, IssuerKey key, Uri issuer, DateTimeOffset signingTime, string? picture)
    {
        SigningRules.Check(content, key, issuer);
        var token = CredentialJws.Sign(JwtNames.BadgeType, $"{issuer.AbsoluteUri}#{key.KeyId}", BadgeClaims.Write(content, issuer, signingTime, picture), key);
        return Read(token, out var shape) is { Result: CheckResult.Passed } && shape!.Content == content
            ? Encoding.ASCII.GetBytes(token) : throw new ArgumentException("The content says something that the format cannot carry.", nameof(content));
    }

    internal static Finding Read(string token, out JwtShape? shape)
    {
        shape = null;
        if (CredentialJws.Read(token, JwtNames.BadgeType, out var jws) is { } fault) return Finding.Failed(fault);
        var values = new JsonValues(jws!.Payload);
        var (issuer, signedAt, keyId) = (values.Address("iss"), values.Moment("iat"), KeyId(jws.Header, values.Address("iss")));
        var content = Content(values, keyId ?? "");
        var picture = values.TextIfAny("relatedResource/0/digestSRI");
        if (values.Faulty || !CredentialReader.IsConsistent(content)) return Finding.Failed(Codes.StructureValue);
        if (keyId is null) return Finding.Failed(Codes.StructureJwtHeader);
        // Every claim follows from these few: no other member, and none that says otherwise.
        if (!StrictJson.IsSame(jws.Payload, BadgeClaims.Write(content, issuer, signedAt, picture))) return Finding.Failed(Codes.StructureJwtClaims);
        shape = new(jws, keyId, content, signedAt, [], []) { Picture = picture };
        return Finding.Passed(Codes.StructureGood);
    }

    // The kid is an address, as VC-JOSE-COSE and Open Badges ask: the issuer's, and the key id as its fragment.
    private static string? KeyId(JwsHeader header, Uri issuer) =>
        header.KeyId.Split('#') is [var address, var key] && address == issuer.AbsoluteUri ? key : null;

    private static CredentialContent Content(JsonValues values, string keyId)
    {
        const string Subject = "credentialSubject/", Achieved = Subject + "achievement/";
        return new(
            values.Id("jti"), values.Code(Subject + "licenseNumber"), values.Date("validFrom"), values.DateIfAny("validUntil"), values.Boolean("test"),
            new(values.Code("issuer/otherIdentifier/0/identifier"), values.Text("issuer/name"), values.Text("issuer/otherIdentifier/1/identifier"), keyId),
            new(values.Text(Subject + "identifier/0/identityHash"), values.TextIfAny(Subject + "identifier/1/identityHash"), values.Identity(Subject + "nationalIdHash")),
            new(values.Code(Achieved + "alignment/0/targetFramework"), values.Code(Achieved + "specialization"), values.Code(Achieved + "humanCode"),
                values.Has(Subject + "result/1") ? (int)values.Digits(Subject + "result/1/value", 1, CredentialReader.MaxLevel) : null,
                values.Text(Achieved + "name"), values.Text(Achieved + "description"), values.Date("awardedDate")),
            new(values.Text("programme/noticeTh", StrictValues.MaxNotice), values.Text("programme/noticeEn", StrictValues.MaxNotice)),
            SharedClaims.Read(values), values.Text("evidence/0/name"));
    }
}
