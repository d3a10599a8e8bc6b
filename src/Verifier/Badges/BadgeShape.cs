using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Badges;

/// <summary>A baked badge whose structure is checked: its token, and whether the picture around it is the one that the token names.</summary>
internal sealed class BadgeShape(JwtShape token, bool isItsPicture) : IShape
{
    public CredentialContent Content => token.Content;

    public DateTimeOffset SigningTime => token.SigningTime;

    /// <summary>The token's own first: of a token that nobody signed it says nothing that it names another picture.</summary>
    public Finding Integrity(TrustList trust, out Signer? signer)
    {
        var integrity = token.Integrity(trust, out signer);
        return integrity.Result is CheckResult.Passed && !isItsPicture ? Finding.Failed(Codes.IntegrityPicture) : integrity;
    }

    public Finding Log(TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing) => token.Log(issuer, trust, now, out signing);
}
