using System.Formats.Asn1;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>RSA whose private key is in a token; SHA-256 alone, in the two paddings that our formats know.</summary>
public sealed class Pkcs11Rsa : RSA
{
    private const ulong SaltLength = 32;

    private readonly Pkcs11Key key;
    private readonly RSA known;

    /// <summary>Takes the key; the public half comes from its certificate.</summary>
    public Pkcs11Rsa(Pkcs11Key key, RSAParameters half) => (this.key, known, KeySizeValue) = (key, Create(half), half.Modulus!.Length * 8);

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA256) throw new CryptographicException("This key signs SHA-256 only.");
        return padding == RSASignaturePadding.Pss
            ? key.Sign(f => f.MechanismFactory.Create(CKM.CKM_RSA_PKCS_PSS, f.MechanismParamsFactory.CreateCkRsaPkcsPssParams((ulong)CKM.CKM_SHA256, (ulong)CKG.CKG_MGF1_SHA256, SaltLength)), hash)
            : key.Sign(f => f.MechanismFactory.Create(CKM.CKM_RSA_PKCS), DigestInfo(hash));
    }

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) => known.VerifyHash(hash, signature, hashAlgorithm, padding);

    /// <inheritdoc/>
    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key does not leave its token.") : known.ExportParameters(false);

    /// <inheritdoc/>
    public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException("The key is its token's.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            key.Dispose();
            known.Dispose();
        }

        base.Dispose(disposing);
    }

    // RFC 8017, section 9.2: the token pads, but does not say which hash it is.
    private static byte[] DigestInfo(byte[] hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                writer.WriteNull();
            }

            writer.WriteOctetString(hash);
        }

        return writer.Encode();
    }
}
