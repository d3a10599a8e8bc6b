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
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RsaBits = 3072;

    /// <summary>The kind of a certificate's key, or nothing when it is of any other type, curve or size. Curves given by parameters instead of by name are refused.</summary>
    public static KeyKind? Of(X509Certificate2 certificate)
    {
        try
        {
            using var ecdsa = certificate.PublicKey.GetECDsaPublicKey();
            if (ecdsa is not null)
            {
                var curve = ecdsa.ExportParameters(false).Curve;
                return curve.IsNamed && curve.Oid.Value == P256 ? KeyKind.EcdsaP256 : null;
            }

            using var rsa = certificate.PublicKey.GetRSAPublicKey();
            return rsa?.KeySize == RsaBits ? KeyKind.Rsa3072 : null;
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
