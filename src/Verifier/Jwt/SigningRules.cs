using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>What must fit before a token is signed.</summary>
internal static class SigningRules
{
    public static void Check(CredentialContent content, IssuerKey key, Uri issuer)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(issuer);
        if (content.Issuer.KeyId != key.KeyId) throw new ArgumentException("The content names another key than the one that signs.", nameof(content));
        if (!StrictValues.IsAddress(issuer)) throw new ArgumentException("An issuer has an absolute http or https address without a fragment.", nameof(issuer));
        if (!StrictValues.IsAddress(content.Status.List)) throw new ArgumentException("A status list has an absolute http or https address without a fragment.", nameof(content));
        if (content.Holder is not { NameTh: not null, Identity: not null }) throw new ArgumentException("A credential names its holder.", nameof(content));
    }
}
