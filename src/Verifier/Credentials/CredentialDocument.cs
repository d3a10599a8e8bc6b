namespace CredentialLedger.Verifier.Credentials;

/// <summary>A signed credential document: XML with an enveloped XAdES-B-B signature (ETSI EN 319 132-1 clause 6) in canonical byte form.</summary>
public static class CredentialDocument
{
    /// <summary>The bytes to store and give out: exactly the exclusive canonical form, UTF-8, no XML declaration. The signing time is cut to whole seconds.</summary>
    /// <exception cref="ArgumentException">The content says something the format cannot carry, or names another key than the one that signs.</exception>
    public static byte[] Sign(CredentialContent content, IssuerKey key, DateTimeOffset signingTime)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        if (content.Issuer.KeyId != key.KeyId) throw new ArgumentException("The content names another key than the one that signs.", nameof(content));
        if (!StrictValues.IsAddress(content.Status.List)) throw new ArgumentException("A status list has an absolute http or https address without a fragment.", nameof(content));
        if (content.Holder is not { NameTh: not null, Identity: not null }) throw new ArgumentException("A document names its holder.", nameof(content));
        var canonical = CredentialWriter.Write(content);
        if (CredentialReader.Read(canonical) != content)
            throw new ArgumentException("The content says something that the format cannot carry.", nameof(content));
        return SignatureWriter.Sign(canonical, key, signingTime);
    }
}
