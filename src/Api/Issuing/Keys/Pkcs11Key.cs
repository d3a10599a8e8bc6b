using System.Security.Cryptography;
using CredentialLedger.Api.Hosting;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using ISession = Net.Pkcs11Interop.HighLevelAPI.ISession;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>A private key in a token, named by its label.</summary>
public sealed class Pkcs11Key(Pkcs11Settings settings) : IDisposable
{
    private readonly Pkcs11Token token = new(settings);

    /// <summary>Sign in the token.</summary>
    /// <exception cref="SigningUnavailableException">The token does not answer.</exception>
    internal byte[] Sign(Func<Pkcs11InteropFactories, IMechanism> mechanism, byte[] data) => token.With(session =>
    {
        using var chosen = mechanism(session.Factories);
        return session.Sign(chosen, Find(session, CKO.CKO_PRIVATE_KEY) ?? throw new SigningUnavailableException(new HostingProblem("issuer.pkcs11-key", settings.Key, settings.Token)), data);
    });

    /// <summary>The public key on P-256; the pair is made in the token, never to leave it, when there is none of that label.</summary>
    public ECParameters GetOrMakeEcdsa() => token.With(session =>
    {
        if (Find(session, CKO.CKO_PRIVATE_KEY) is null) Make(session);
        var found = Find(session, CKO.CKO_PUBLIC_KEY) ?? throw new HostingProblem("issuer.pkcs11-key", settings.Key, settings.Token);
        return Point(session.GetAttributeValue(found, [CKA.CKA_EC_POINT])[0].GetValueAsByteArray());
    });

    /// <summary>Whether the token has the key.</summary>
    public bool Exists => token.With(session => Find(session, CKO.CKO_PRIVATE_KEY) is not null);

    /// <inheritdoc/>
    public void Dispose() => token.Dispose();

    private IObjectHandle? Find(ISession session, CKO kind)
    {
        var found = session.FindAllObjects([session.Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, kind), session.Factories.ObjectAttributeFactory.Create(CKA.CKA_LABEL, settings.Key)]);
        return found.Count > 1 ? throw new HostingProblem("issuer.pkcs11-key", settings.Key, settings.Token) : found.FirstOrDefault();
    }

    private void Make(ISession session)
    {
        var attribute = session.Factories.ObjectAttributeFactory;
        using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_EC_KEY_PAIR_GEN);
        // prime256v1 (RFC 5480, section 2.1.1.1) in DER.
        byte[] curve = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
        session.GenerateKeyPair(mechanism,
            [attribute.Create(CKA.CKA_TOKEN, true), attribute.Create(CKA.CKA_LABEL, settings.Key), attribute.Create(CKA.CKA_EC_PARAMS, curve), attribute.Create(CKA.CKA_VERIFY, true)],
            [
                attribute.Create(CKA.CKA_TOKEN, true), attribute.Create(CKA.CKA_PRIVATE, true), attribute.Create(CKA.CKA_LABEL, settings.Key), attribute.Create(CKA.CKA_SIGN, true),
                attribute.Create(CKA.CKA_SENSITIVE, true), attribute.Create(CKA.CKA_EXTRACTABLE, false),
            ], out _, out _);
    }

    // An octet string that holds an uncompressed point (SEC 1, section 2.3.3).
    private static ECParameters Point(byte[] der) => der is [0x04, 65, 0x04, ..] && der.Length == 67
        ? new() { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = der[3..35], Y = der[35..] } }
        : throw new CryptographicException("The token's key is not on P-256.");
}
