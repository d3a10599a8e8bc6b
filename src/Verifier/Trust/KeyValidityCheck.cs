namespace CredentialLedger.Verifier.Trust;

/// <summary>Whether the key and every certificate up to the root were valid at the time of signing. That time is the signer's own claim until a log proves it.</summary>
internal static class KeyValidityCheck
{
    public static Finding Run(Signer signer, TrustedKey key, DateTimeOffset signedAt)
    {
        foreach (var certificate in signer.Path)
        {
            if (signedAt < certificate.NotBefore.ToUniversalTime()) return Finding.Failed(Codes.KeyNotYetValid, signedAt);
            if (signedAt > certificate.NotAfter.ToUniversalTime()) return Finding.Failed(Codes.KeyExpired, signedAt);
        }

        if (signedAt < key.ValidFrom) return Finding.Failed(Codes.KeyNotYetTrusted, signedAt);
        if (signedAt >= key.ValidUntil) return Finding.Failed(Codes.KeyNoLongerTrusted, signedAt);
        return Finding.Passed(Codes.KeyValid, signedAt);
    }
}
