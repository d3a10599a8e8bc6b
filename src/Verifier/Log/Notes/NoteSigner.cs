using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>A private key of Ed25519 that signs notes under its name; it is the holder's to keep off the database.</summary>
public sealed class NoteSigner
{
    private readonly byte[] seed;

    /// <summary>A signer of its name and the 32-byte private key of RFC 8032.</summary>
    /// <exception cref="LogFormatException">The name cannot be a key's name (<see cref="LogCodes.KeyFormat"/>).</exception>
    public NoteSigner(string name, NoteKeyType type, ReadOnlySpan<byte> seed)
    {
        this.seed = seed.Length == Ed25519.SecretKeySize ? seed.ToArray() : throw new ArgumentException("A private key is 32 bytes.", nameof(seed));
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(this.seed, 0, publicKey, 0);
        Key = new(name, type, publicKey);
    }

    /// <summary>The key that verifies what this one signs.</summary>
    public VerifierKey Key { get; }

    /// <summary>Sign a note's text.</summary>
    public NoteSignature Sign(string text) =>
        Key.Type is NoteKeyType.Ed25519 ? new(Key.Name, Key.Id, Ed25519Of(Encoding.UTF8.GetBytes(text))) : throw new InvalidOperationException("A cosigner signs with a time.");

    internal byte[] Ed25519Of(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }
}
