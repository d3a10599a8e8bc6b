using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>ECDSA on P-256 whose private number is in a token.</summary>
public sealed class Pkcs11Ecdsa : ECDsa
{
    private readonly Pkcs11Key key;
    private readonly ECDsa known;

    /// <summary>Takes the key; the public point comes from its certificate, or from the token.</summary>
    public Pkcs11Ecdsa(Pkcs11Key key, ECParameters point) => (this.key, known, KeySizeValue) = (key, Create(point), 256);

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash) => key.Sign(f => f.MechanismFactory.Create(CKM.CKM_ECDSA), hash);

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature) => known.VerifyHash(hash, signature);

    /// <inheritdoc/>
    public override ECParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key does not leave its token.") : known.ExportParameters(false);

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
}
