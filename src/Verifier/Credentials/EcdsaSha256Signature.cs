using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>ecdsa-sha256 of RFC 6931 section 2.3.6 for SignedXml, which has no ECDSA of its own; the value is r followed by s. Public because CryptoConfig asks for it.</summary>
public sealed class EcdsaSha256Signature : SignatureDescription
{
    public EcdsaSha256Signature()
    {
        KeyAlgorithm = typeof(ECDsa).AssemblyQualifiedName;
        DigestAlgorithm = typeof(SHA256).AssemblyQualifiedName;
        FormatterAlgorithm = typeof(Formatter).AssemblyQualifiedName;
        DeformatterAlgorithm = typeof(Deformatter).AssemblyQualifiedName;
    }

    // Process-global, but it only adds a name that SignedXml does not know.
    internal static void Register() => CryptoConfig.AddAlgorithm(typeof(EcdsaSha256Signature), XmlNames.EcdsaSha256);

    public override HashAlgorithm CreateDigest() => SHA256.Create();

    public override AsymmetricSignatureFormatter CreateFormatter(AsymmetricAlgorithm key) => new Formatter((ECDsa)key);

    public override AsymmetricSignatureDeformatter CreateDeformatter(AsymmetricAlgorithm key) => new Deformatter((ECDsa)key);

    private sealed class Formatter(ECDsa key) : AsymmetricSignatureFormatter
    {
        private ECDsa ecdsa = key;
        public override void SetKey(AsymmetricAlgorithm key) => ecdsa = (ECDsa)key;
        public override void SetHashAlgorithm(string strName) { }
        public override byte[] CreateSignature(byte[] rgbHash) => ecdsa.SignHash(rgbHash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private sealed class Deformatter(ECDsa key) : AsymmetricSignatureDeformatter
    {
        private ECDsa ecdsa = key;
        public override void SetKey(AsymmetricAlgorithm key) => ecdsa = (ECDsa)key;
        public override void SetHashAlgorithm(string strName) { }
        public override bool VerifySignature(byte[] rgbHash, byte[] rgbSignature) =>
            ecdsa.VerifyHash(rgbHash, rgbSignature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
