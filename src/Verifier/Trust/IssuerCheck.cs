using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>Whether the key that signed is one that the trust list pins to the issuer the document names.</summary>
internal static class IssuerCheck
{
    public static Finding Run(CredentialContent content, Signer signer, TrustList trust)
    {
        var claimed = content.Issuer.Code;
        if (content.Issuer.KeyId != signer.KeyId) return Finding.Failed(Codes.IssuerKeyId);
        var isListed = trust.Issuer(claimed) is not null;
        if (signer.Establish(trust) is { } fault)
        {
            if (fault != Codes.IssuerUnknown) return Finding.Failed(fault);
            // A stranger may be unknown to this list; whoever uses a listed name without a listed root is not that issuer.
            return isListed ? Finding.Failed(Codes.IssuerUntrustedRoot, claimed) : Finding.Unknown(Codes.IssuerUnknown, claimed);
        }

        if (trust.Pin(signer.KeyId) is not { } pin)
            return Finding.Unknown(isListed ? Codes.IssuerKeyNotListed : Codes.IssuerUnknown, claimed);
        if (pin.Issuer.Code != claimed) return Finding.Failed(Codes.IssuerMismatch, claimed, pin.Issuer.Code);
        if (content.Test && !trust.AllowsTest) return Finding.Failed(Codes.IssuerTestNotAllowed);
        return Finding.Passed(Codes.IssuerTrusted, claimed);
    }
}
