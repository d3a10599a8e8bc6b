using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signs what is recognised as equivalent with the key of who recognises, and writes the signed statement again from its event (docs/formats/equivalence.md).</summary>
public sealed class EquivalenceStatements(Issuers issuers, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>The media type, and with <c>application/</c> left away the token's <c>typ</c> (RFC 7515, section 4.1.9).</summary>
    public const string MediaType = "application/equivalence+jwt";

    private static string Type => MediaType["application/".Length..];

    /// <summary>Decide, and sign when an equivalence is to be recorded.</summary>
    public async Task<Outcome> Decide(Deciding<Equivalence> deciding, RecogniseEquivalence command, CancellationToken token)
    {
        var held = issuers.Find(deciding.By.Organisation);
        if (deciding.State is null && held is null) return CredentialIssuing.NoSigningKey;
        var key = held is { Key: var signing } ? await deciding.Work.Fold<SigningKey>(SigningKey.IdOf(signing.KeyId), token) : null;
        return command.Decide(deciding.State, await deciding.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(command.Terms.Framework), token), key, deciding.By, deciding.Today,
            () => Sign(command, deciding.By.Organisation, held!.Value.Key));
    }

    /// <summary>The signed statement as a compact JWS, byte for byte as it was signed.</summary>
    public static string Of(EquivalenceRecognised recognised) =>
        Written(recognised.Equivalence, recognised.Organisation, recognised.Terms, recognised.Statement);

    /// <exception cref="UnsoundDocumentException">What was signed does not verify: nothing is recorded.</exception>
    private StatementSignature Sign(RecogniseEquivalence command, string organisation, IssuerKey key)
    {
        var unsigned = new StatementSignature(programme.AddressOf(organisation).AbsoluteUri, key.KeyId, key.SignsTokens ? KeyAlgorithm.Ecdsa : KeyAlgorithm.Rsa, clock.GetUtcNow().ToUnixTimeSeconds(), "");
        var signed = unsigned with { Signature = SignedStatement.Sign(Type, Claims(command.Equivalence, organisation, command.Terms, unsigned), key) };
        return SignedStatement.IsSignedBy(Written(command.Equivalence, organisation, command.Terms, signed), Type, key.Certificate) ? signed
            : throw new UnsoundDocumentException("The signed statement does not verify.");
    }

    private static string Written(Guid equivalence, string organisation, EquivalenceTerms terms, StatementSignature s) =>
        SignedStatement.Write(Type, Claims(equivalence, organisation, terms, s), s.KeyId, s.Algorithm is KeyAlgorithm.Ecdsa, s.Signature);

    private static JsonObject Claims(Guid equivalence, string organisation, EquivalenceTerms terms, StatementSignature signature)
    {
        var (q, decision, counts) = (terms.Qualification, terms.Decision, new JsonObject { ["framework"] = terms.Framework, ["unit"] = terms.Unit });
        if (terms.Level is { } level) counts["level"] = level;
        var claims = new JsonObject
        {
            ["iss"] = signature.Issuer,
            ["iat"] = signature.SignedAt,
            ["jti"] = $"urn:uuid:{equivalence.Key()}",
            ["organisation"] = organisation,
            ["qualification"] = new JsonObject { ["body_th"] = q.BodyTh, ["body_en"] = q.BodyEn, ["title_th"] = q.TitleTh, ["title_en"] = q.TitleEn, ["version"] = q.Version },
            ["counts_as"] = counts,
            ["awarded_from"] = Iso(terms.AwardedFrom),
            ["applies_from"] = Iso(terms.AppliesFrom),
            ["decision"] = new JsonObject { ["number"] = decision.Number, ["date"] = Iso(decision.Date), ["sha256"] = decision.Sha256 },
        };
        if (terms.AwardedUntil is { } until) claims["awarded_until"] = Iso(until);
        if (terms.Months is { } months) claims["months"] = months;
        return claims;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
