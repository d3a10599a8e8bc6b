namespace CredentialLedger.Verifier.Trust;

/// <summary>
/// Whether the key and every certificate up to the root were valid when the document was signed. What the signer claims convicts, and acquits
/// only while the key is in force: once it has ended or is compromised, whoever holds it can claim any earlier time, so only a proven time counts
/// (ETSI EN 319 102-1 calls the rest indeterminate, for want of a proof of existence).
/// </summary>
internal static class KeyValidityCheck
{
    /// <param name="signer">Who signed.</param>
    /// <param name="key">The key as the trust list has it.</param>
    /// <param name="claimed">When the signer says that it signed.</param>
    /// <param name="provenBy">When it had signed at the latest, by a log's proof; null without.</param>
    /// <param name="now">When the document is looked at.</param>
    public static Finding Run(Signer signer, TrustedKey key, DateTimeOffset claimed, DateTimeOffset? provenBy, DateTimeOffset now)
    {
        if (Claim(signer, key, claimed) is { } refused) return refused;
        var latest = provenBy ?? now;
        if (key.CompromisedFrom is { } compromised && latest >= compromised) return Finding.Unknown(Codes.KeyCompromisedUnproven, compromised);
        if (Ended(signer, key, latest) is { } ended) return Finding.Unknown(Codes.KeyEndedUnproven, ended);
        return provenBy is { } proven ? Finding.Passed(Codes.KeyProven, proven) : Finding.Passed(Codes.KeyValid, claimed);
    }

    /// <summary>Why the claimed time itself is wrong, or null.</summary>
    public static Finding? Claim(Signer signer, TrustedKey key, DateTimeOffset claimed)
    {
        if (key.IsFraudulent) return Finding.Failed(Codes.KeyFraudulent);
        foreach (var (from, until) in signer.Periods)
        {
            if (claimed < from) return Finding.Failed(Codes.KeyNotYetValid, claimed);
            if (claimed > until) return Finding.Failed(Codes.KeyExpired, claimed);
        }

        if (claimed < key.ValidFrom) return Finding.Failed(Codes.KeyNotYetTrusted, claimed);
        if (claimed >= key.ValidUntil) return Finding.Failed(Codes.KeyNoLongerTrusted, claimed);
        return claimed >= key.CompromisedFrom ? Finding.Failed(Codes.KeyCompromised, claimed, key.CompromisedFrom.Value) : null;
    }

    // The first end of the key or of a certificate that the moment has passed.
    private static DateTimeOffset? Ended(Signer signer, TrustedKey key, DateTimeOffset moment)
    {
        var first = key.ValidUntil is { } end && moment >= end ? end : (DateTimeOffset?)null;
        foreach (var (_, until) in signer.Periods) if (moment > until && !(first <= until)) first = until;
        return first;
    }
}
