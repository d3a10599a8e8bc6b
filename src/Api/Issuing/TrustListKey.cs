using System.Security.Cryptography;
using CredentialLedger.Api.Privacy;

namespace CredentialLedger.Api.Issuing;

/// <summary>The key that signs this ledger's trust list: on P-256, its private number off the database among the keys, made on first use.</summary>
public sealed class TrustListKey(KeyFolder keys) : IDisposable
{
    private const string Name = "trust-list";

    /// <summary>The key. A random number of 256 bits that is no private key (SEC 1, section 3.2.1) comes up once in 2^32 times, and is refused here.</summary>
    public ECDsa Key { get; } = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = keys.GetOrCreate(Name) });

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
