using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Issuing.Pictures;
using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Paper;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signs a credential's other shapes when they are asked for, with what its issued document says and the key that its issuer signs with now (docs/design/0024-shapes.md).</summary>
public sealed class CredentialShapes(Issuers issuers, TrustPublisher trust, ProgrammeSettings programme, ProvenDocuments proven, CheckCodes codes, CertificateMarks marks, TimeProvider clock)
{
    private static readonly Dictionary<string, CredentialShape> Offered = new()
    {
        ["ob3"] = new("application/vc+jwt", "jwt", asked => OpenBadge.Sign(asked.Content, asked.Key, asked.Issuer, asked.At)),
        ["sd-jwt"] = new("application/dc+sd-jwt", "sd-jwt", asked => SdJwtCredential.Sign(asked.Content, asked.Key, asked.Issuer, asked.At)),
        ["png"] = new("image/png", "png", asked => BakedBadge.Sign(BadgePicture.Draw(asked.Content), asked.Content, asked.Key, asked.Issuer, asked.At)),
        ["pdf"] = new("application/pdf", "pdf", asked => PaperCertificate.Sign(CertificatePage.Draw(asked.Content, asked.CheckCode, asked.Verification, asked.Marks), asked.Document, asked.Key, asked.At), HoldsDocument: true),
    };

    /// <summary>The shape of that name, or null.</summary>
    public static CredentialShape? Named(string format) => Offered.GetValueOrDefault(format);

    /// <summary>The names of the formats that an issuer's key can sign, and of the document itself.</summary>
    public IReadOnlyList<string> OfferedBy(string issuer) =>
        ["xml", .. Offered.Where(o => issuers.Find(issuer) is var (_, key) && (key.SignsTokens || o.Value.HoldsDocument)).Select(o => o.Key)];

    /// <summary>The credential in a shape; null where its issuer has no key in force that can sign it.</summary>
    /// <param name="document">The document as it was issued.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="token">Ends it early.</param>
    public async Task<byte[]?> Make(byte[] document, CredentialShape shape, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (Verify.Document(document, await trust.Current(token), null, now).Content is not { } issued || issuers.Find(issued.Issuer.Code) is not var (issuer, key)) return null;
        var trusted = await trust.Knowing(key.KeyId, token);
        if (!(key.SignsTokens || shape.HoldsDocument) || !IsInForce(trusted, key.KeyId, now)) return null;
        // A token names the key that signs it; a shape that holds the document says what that says.
        var content = shape.HoldsDocument ? issued : issued with { Issuer = issued.Issuer with { KeyId = issuer.KeyId } };
        var attached = shape.HoldsDocument ? await proven.Prove(issued.Id, document, token) : document;
        var shown = shape.HoldsDocument ? await marks.Of(issued.Id, issued.Issuer.Code, token) : [];
        var made = shape.Sign(new(content, attached, key, programme.AddressOf(issuer.Code), codes.Of(issued.Number), programme.VerificationOf(issued.Number), shown, now));
        SelfCheck.Run(made, content, trusted, now);
        return made;
    }

    private static bool IsInForce(TrustList trusted, string keyId, DateTimeOffset now) =>
        trusted.Issuers.SelectMany(i => i.Keys).Any(k => k.KeyId == keyId && k.ValidFrom <= now && !(k.ValidUntil <= now) && !(k.CompromisedFrom <= now) && !k.IsFraudulent);
}

/// <summary>A shape that is signed when it is asked for: its media type, how its files end, how it is signed, and whether it holds the document itself.</summary>
public sealed record CredentialShape(string MediaType, string Ending, Func<ShapeAsked, byte[]> Sign, bool HoldsDocument = false);

/// <summary>What a shape is made of.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Document">The document, with its log proofs where the shape holds it.</param>
/// <param name="Key">Who signs.</param>
/// <param name="Issuer">The issuer's address.</param>
/// <param name="CheckCode">What is printed behind the number.</param>
/// <param name="Verification">Where the number is verified.</param>
/// <param name="Marks">The marks that its page shows.</param>
/// <param name="At">When it is signed.</param>
public sealed record ShapeAsked(CredentialContent Content, byte[] Document, IssuerKey Key, Uri Issuer, string CheckCode, Uri Verification, IReadOnlyList<CertificateMark> Marks, DateTimeOffset At);
