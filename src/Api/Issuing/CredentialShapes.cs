using CredentialLedger.Api.Issuing.Pictures;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signs a credential's other shapes when they are asked for, with what its issued document says and the key that its issuer signs with now (docs/design/0024-shapes.md).</summary>
public sealed class CredentialShapes(Issuers issuers, TrustPublisher trust, ProgrammeSettings programme, TimeProvider clock)
{
    private static readonly Dictionary<string, CredentialShape> Offered = new()
    {
        ["ob3"] = new("application/vc+jwt", "jwt", OpenBadge.Sign),
        ["sd-jwt"] = new("application/dc+sd-jwt", "sd-jwt", SdJwtCredential.Sign),
        ["png"] = new("image/png", "png", (content, key, issuer, at) => BakedBadge.Sign(BadgePicture.Draw(content), content, key, issuer, at)),
    };

    /// <summary>The shape of that name, or null.</summary>
    public static CredentialShape? Named(string format) => Offered.GetValueOrDefault(format);

    /// <summary>The credential in a shape; null where its issuer has no key in force that can sign it.</summary>
    /// <param name="document">The document as it was issued.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="token">Ends it early.</param>
    public async Task<byte[]?> Make(byte[] document, CredentialShape shape, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (Verify.Document(document, await trust.Current(token), null, now).Content is not { } issued || issuers.Find(issued.Issuer.Code) is not var (issuer, key)) return null;
        var trusted = await trust.Knowing(key.KeyId, token);
        if (!key.SignsTokens || !IsInForce(trusted, key.KeyId, now)) return null;
        var content = issued with { Issuer = issued.Issuer with { KeyId = issuer.KeyId } };
        var made = shape.Sign(content, key, programme.AddressOf(issuer.Code), now);
        SelfCheck.Run(made, content, trusted, now);
        return made;
    }

    private static bool IsInForce(TrustList trusted, string keyId, DateTimeOffset now) =>
        trusted.Issuers.SelectMany(i => i.Keys).Any(k => k.KeyId == keyId && k.ValidFrom <= now && !(k.ValidUntil <= now) && !(k.CompromisedFrom <= now) && !k.IsFraudulent);
}

/// <summary>A shape that is signed when it is asked for: its media type, how its files end, and how it is signed.</summary>
public sealed record CredentialShape(string MediaType, string Ending, Func<CredentialContent, IssuerKey, Uri, DateTimeOffset, byte[]> Sign);
