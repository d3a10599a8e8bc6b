using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The two kinds of key that may sign.</summary>
internal enum KeyKind
{
    EcdsaP256,
    Rsa3072,
}

internal static class KeyKinds
{
    private const string EcPublicKey = "1.2.840.10045.2.1", RsaEncryption = "1.2.840.113549.1.1.1";
    private const int RsaBits = 3072;

    // The DER of the object identifier 1.2.840.10045.3.1.7 (RFC 5480 section 2.1.1.1); compared before any other curve can be tried.
    private static ReadOnlySpan<byte> P256 => [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

    /// <summary>The kind of a certificate's key, or nothing when it is of any other type, curve or size. Curves given by parameters instead of by name are refused.</summary>
    public static KeyKind? Of(X509Certificate2 certificate)
    {
        var key = certificate.PublicKey;
        try
        {
            switch (key.Oid.Value)
            {
                case EcPublicKey when key.EncodedParameters is { } curve && curve.RawData.AsSpan().SequenceEqual(P256):
                    using (key.GetECDsaPublicKey()) return KeyKind.EcdsaP256;
                case RsaEncryption:
                    using (var rsa = key.GetRSAPublicKey()) return rsa?.KeySize == RsaBits ? KeyKind.Rsa3072 : null;
                default:
                    return null;
            }
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static AsymmetricAlgorithm PublicKey(this KeyKind kind, X509Certificate2 certificate) => kind switch
    {
        KeyKind.EcdsaP256 => certificate.PublicKey.GetECDsaPublicKey()!,
        _ => certificate.PublicKey.GetRSAPublicKey()!,
    };

    public static string SignatureMethod(this KeyKind kind) =>
        kind is KeyKind.EcdsaP256 ? XmlNames.EcdsaSha256 : XmlNames.RsaSha256;

    /// <summary>Bytes in a signature value.</summary>
    public static int SignatureLength(this KeyKind kind) => kind is KeyKind.EcdsaP256 ? 64 : RsaBits / 8;
}
