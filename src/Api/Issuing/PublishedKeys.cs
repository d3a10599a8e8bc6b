using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>
/// The keys that an issuer's metadata show: those that it registered and that have come into force, each with the certificate that was registered with it.
/// Who registered is in events; the certificates lie among the issuers' keys, those of the past too.
/// </summary>
public sealed class PublishedKeys(Issuers issuers, SigningKeyring keyring, TimeProvider clock)
{
    /// <summary>An issuer's keys in the order of registration; empty for an issuer that this ledger does not know.</summary>
    public async Task<IReadOnlyList<PublishedKey>> Of(string issuer, CancellationToken token)
    {
        var (now, certificates) = (clock.GetUtcNow(), issuers.Chains.ToLookup(c => Convert.ToHexStringLower(SHA256.HashData(c[0].RawData))));
        return
        [
            .. from key in await keyring.All(token)
               where key.Registered.Organisation == issuer
               let trusted = SigningKeyring.Trusted(key)
               where trusted is not null && trusted.ValidFrom <= now
               from chain in certificates[key.Registered.Certificate].Take(1)
               select new PublishedKey(key, trusted, chain) into published
               where published.IsItsCertificate
               select published,
        ];
    }
}

/// <summary>A registered key with its certificate, and those above it without the root.</summary>
public sealed record PublishedKey(SigningKey Key, TrustedKey Trusted, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>Whether somebody else may hold it, or always did.</summary>
    public bool IsCompromised => LostFrom is not null;

    /// <summary>The moment from which somebody else may hold it.</summary>
    public DateTimeOffset? LostFrom => Trusted.IsFraudulent ? Trusted.ValidFrom : Trusted.CompromisedFrom;

    /// <summary>Whether the certificate is of the key that was registered.</summary>
    internal bool IsItsCertificate => Verifier.Credentials.IssuerKey.KeyIdOf(Chain[0]) == Trusted.KeyId;
}
