using System.Security.Cryptography;
using CredentialLedger.Api.Privacy;

namespace CredentialLedger.Api.Verification;

/// <summary>The key that signs verification receipts and nothing else: on P-256, its private number off the database among the keys, made on first use; the public one is in the ledger's DID document.</summary>
public sealed class ReceiptKey(KeyFolder keys) : IDisposable
{
    private const string Name = "receipts";

    /// <summary>The key.</summary>
    public ECDsa Key { get; } = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = keys.GetOrCreate(Name) });

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
