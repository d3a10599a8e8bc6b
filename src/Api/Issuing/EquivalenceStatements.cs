using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signs what is recognised as equivalent, and that it is no more, with the key of who decides so, and writes the signed statement again from its event (docs/formats/equivalence.md).</summary>
public sealed class EquivalenceStatements(Issuers issuers, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>The media types, and with <c>application/</c> left away the tokens' <c>typ</c> (RFC 7515, section 4.1.9).</summary>
    public const string MediaType = "application/equivalence+jwt", WithdrawalType = "application/equivalence-withdrawal+jwt";

    /// <summary>Decide, and sign when an equivalence is to be recorded.</summary>
    public async Task<Outcome> Decide(Deciding<Equivalence> deciding, RecogniseEquivalence command, CancellationToken token)
    {
        var held = issuers.Find(deciding.By.Organisation);
        if (deciding.State is null && held is null) return CredentialIssuing.NoSigningKey;
        return command.Decide(deciding.State, await deciding.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(command.Terms.Framework), token), await KeyOf(deciding, held?.Key, token), deciding.By, deciding.Today,
            () => Sign(MediaType, deciding.By.Organisation, held!.Value.Key, s => Claims(command.Equivalence, deciding.By.Organisation, command.Terms, s)));
    }

    /// <summary>Decide, and sign when a withdrawal is to be recorded.</summary>
    public async Task<Outcome> Decide(Deciding<Equivalence> deciding, WithdrawEquivalence command, CancellationToken token)
    {
        var held = issuers.Find(deciding.By.Organisation);
        if (deciding.State is { Withdrawn: null } && held is null) return CredentialIssuing.NoSigningKey;
        return command.Decide(deciding.State, await KeyOf(deciding, held?.Key, token), deciding.By, deciding.Today,
            () => Sign(WithdrawalType, deciding.By.Organisation, held!.Value.Key, s => Claims(deciding.State!.Recognised.Equivalence, deciding.By.Organisation, command.From, command.Decision, s)));
    }

    /// <summary>The signed statement as a compact JWS, byte for byte as it was signed.</summary>
    public static string Of(EquivalenceRecognised recognised) =>
        Written(MediaType, Claims(recognised.Equivalence, recognised.Organisation, recognised.Terms, recognised.Statement), recognised.Statement);

    /// <summary>The signed withdrawal, as it was signed; null for one from before withdrawals were.</summary>
    public static string? Of(EquivalenceWithdrawn withdrawn) => withdrawn is { Organisation: { } organisation, Statement: { } signature }
        ? Written(WithdrawalType, Claims(withdrawn.Equivalence, organisation, withdrawn.From, withdrawn.Decision, signature), signature) : null;

    private static async Task<SigningKey?> KeyOf(Deciding<Equivalence> deciding, IssuerKey? key, CancellationToken token) =>
        key is { KeyId: var id } ? await deciding.Work.Fold<SigningKey>(SigningKey.IdOf(id), token) : null;

    /// <exception cref="UnsoundDocumentException">What was signed does not verify: nothing is recorded.</exception>
    private StatementSignature Sign(string mediaType, string organisation, IssuerKey key, Func<StatementSignature, JsonObject> claims)
    {
        var unsigned = new StatementSignature(programme.AddressOf(organisation).AbsoluteUri, key.KeyId, key.SignsTokens ? KeyAlgorithm.Ecdsa : KeyAlgorithm.Rsa, clock.GetUtcNow().ToUnixTimeSeconds(), "");
        var signed = unsigned with { Signature = SignedStatement.Sign(TypeOf(mediaType), claims(unsigned), key) };
        return SignedStatement.IsSignedBy(Written(mediaType, claims(signed), signed), TypeOf(mediaType), key.Certificate) ? signed
            : throw new UnsoundDocumentException("The signed statement does not verify.");
    }

    private static string Written(string mediaType, JsonObject claims, StatementSignature s) => SignedStatement.Write(TypeOf(mediaType), claims, s.KeyId, s.Algorithm is KeyAlgorithm.Ecdsa, s.Signature);

    private static string TypeOf(string mediaType) => mediaType["application/".Length..];

    private static JsonObject Claims(Guid equivalence, string organisation, DateOnly from, RecognitionDecision decision, StatementSignature signature) => new()
    {
        ["iss"] = signature.Issuer,
        ["iat"] = signature.SignedAt,
        ["jti"] = $"urn:uuid:{equivalence.Key()}",
        ["organisation"] = organisation,
        ["withdrawn_from"] = Iso(from),
        ["decision"] = Named(decision),
    };

    private static JsonObject Claims(Guid equivalence, string organisation, EquivalenceTerms terms, StatementSignature signature)
    {
        var (q, counts) = (terms.Qualification, new JsonObject { ["framework"] = terms.Framework, ["unit"] = terms.Unit });
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
            ["decision"] = Named(terms.Decision),
        };
        if (terms.AwardedUntil is { } until) claims["awarded_until"] = Iso(until);
        if (terms.Months is { } months) claims["months"] = months;
        return claims;
    }

    private static JsonObject Named(RecognitionDecision decision) => new() { ["number"] = decision.Number, ["date"] = Iso(decision.Date), ["sha256"] = decision.Sha256 };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
