using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>A committed test-only key, its certificate and the certificates above it without the root.</summary>
internal sealed record TestKey(string Name, X509Certificate2 Certificate, X509Certificate2[] Above, AsymmetricAlgorithm Private)
{
    public string Id => IssuerKey.KeyIdOf(Certificate);

    public IssuerKey Issuer() => new(Certificate, Above, Private);

    public byte[] Sign(byte[] data, HashAlgorithmName hash) => Private switch
    {
        ECDsa ecdsa => ecdsa.SignData(data, hash),
        _ => ((RSA)Private).SignData(data, hash, RSASignaturePadding.Pkcs1),
    };
}
