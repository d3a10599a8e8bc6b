using System.Buffers.Text;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>A test key as other libraries take it.</summary>
internal static class JwksOf
{
    /// <summary>The JSON Web Key (RFC 7517).</summary>
    public static object Key(TestKey key)
    {
        if (key.Certificate.PublicKey.GetECDsaPublicKey() is { } ec)
        {
            var point = ec.ExportParameters(false).Q;
            return new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid = key.Id, alg = "ES256" };
        }

        var rsa = key.Certificate.PublicKey.GetRSAPublicKey()!.ExportParameters(false);
        return new { kty = "RSA", n = Base64Url.EncodeToString(rsa.Modulus), e = Base64Url.EncodeToString(rsa.Exponent), kid = key.Id, alg = "PS256" };
    }
}
