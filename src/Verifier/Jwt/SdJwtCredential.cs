using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>A credential as an SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc; type <c>dc+sd-jwt</c>) by the Thai national profile: the holder shows or withholds each personal claim.</summary>
public static class SdJwtCredential
{
    /// <summary>The SD-JWT's bytes (ASCII) with all its disclosures, which say what the XML document of the same content says. The signing time is cut to whole seconds.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="key">The issuer's key, on P-256.</param>
    /// <param name="issuer">The http or https address under which the issuer publishes its keys.</param>
    /// <param name="signingTime">When it is signed.</param>
    /// <exception cref="ArgumentException">The content says something that this shape cannot carry, or names another key than the one that signs.</exception>
    public static byte[] Sign(CredentialContent content, IssuerKey key, Uri issuer, DateTimeOffset signingTime)
    {
        SigningRules.Check(content, key, issuer);
        var disclosures = SdJwtClaims.Disclose(content.Holder);
        var digests = SdJwtClaims.Digests(disclosures);
        var jws = CredentialJws.Sign(JwtNames.SdJwtType, key.KeyId, SdJwtClaims.Write(content, issuer, signingTime, digests), key);
        var token = string.Concat([jws, "~", .. disclosures.Select(d => d.Encoded + "~")]);
        return Read(token, out var shape) is { Result: CheckResult.Passed } && shape!.Content == content
            ? Encoding.ASCII.GetBytes(token) : throw new ArgumentException("The content says something that the format cannot carry.", nameof(content));
    }

    internal static Finding Read(string token, out JwtShape? shape)
    {
        shape = null;
        var pieces = token.Split('~');
        if (CredentialJws.Read(pieces[0], JwtNames.SdJwtType, out var jws) is { } fault) return Finding.Failed(fault);
        if (IsOtherVersion(jws!)) return Finding.Unknown(Codes.StructureUnknownVersion);
        // The last piece would be a key binding JWT; ours names no key of a holder (cnf).
        if (pieces[^1].Length > 0) return Finding.Failed(Codes.StructureKeyBinding);
        if (Disclosed(pieces[1..^1], out var disclosures) is { } wrong) return Finding.Failed(wrong);
        if (SdJwtClaims.Digests(jws!.Payload) is not { } digests) return Finding.Failed(Codes.StructureDigests);

        var values = new JsonValues(jws.Payload);
        var (issuer, signedAt, holder) = (values.Address("iss"), values.Moment("iat"), new JsonValues(Shown(disclosures)));
        var content = SdJwtClaims.Read(values, holder, jws.Header.KeyId);
        if (values.Faulty || holder.Faulty || !CredentialReader.IsConsistent(content)) return Finding.Failed(Codes.StructureValue);
        if (!StrictJson.IsSame(jws.Payload, SdJwtClaims.Write(content, issuer, signedAt, digests))
            || !StrictJson.IsSame(Shown(disclosures), SdJwtClaims.Personal(content.Holder))) return Finding.Failed(Codes.StructureJwtClaims);
        shape = new(jws, jws.Header.KeyId, content, signedAt, digests, [.. disclosures.Select(d => d.Digest)]);
        return Finding.Passed(Codes.StructureGood);
    }

    private static bool IsOtherVersion(CompactJws jws) => JwsHeader.Text(jws.Payload, "vct") is { } type
        && type != JwtNames.CredentialType && type.StartsWith(XmlNames.CredentialFamily, StringComparison.Ordinal);

    private static string? Disclosed(string[] pieces, out List<Disclosure> disclosures)
    {
        disclosures = [];
        foreach (var piece in pieces)
        {
            if (Disclosure.Read(piece, out var disclosure) is { } fault) return fault;
            if (disclosures.Any(d => d.Name == disclosure!.Name)) return Codes.StructureDisclosureTwice;
            disclosures.Add(disclosure!);
        }

        return null;
    }

    private static JsonElement Shown(List<Disclosure> disclosures)
    {
        // As they stand: written anew, a text that is half a surrogate pair would throw. Their names are three that need no escapes.
        using var json = JsonDocument.Parse($"{{{string.Join(',', disclosures.Select(d => $"\"{d.Name}\":{d.Value.GetRawText()}"))}}}");
        return json.RootElement.Clone();
    }
}
