using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>What a note's signature proves.</summary>
public enum NoteKeyType : byte
{
    /// <summary>An Ed25519 signature over the note's text (C2SP signed-note).</summary>
    Ed25519 = 0x01,

    /// <summary>A timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature).</summary>
    Cosignature = 0x04,
}

/// <summary>A key that verifies notes, its vkey <c>name+id+base64(type || key)</c> (C2SP signed-note, "Verifier keys").</summary>
public sealed record VerifierKey
{
    private readonly byte[] publicKey;

    /// <summary>A key by its parts.</summary>
    /// <exception cref="LogFormatException">The name is empty or has spaces or plus, or the key is not one of Ed25519 (<see cref="LogCodes.KeyFormat"/>).</exception>
    public VerifierKey(string name, NoteKeyType type, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name) || !Enum.IsDefined(type) || publicKey.Length != Ed25519.PublicKeySize || !Ed25519.ValidatePublicKeyFull(publicKey.ToArray(), 0))
            throw new LogFormatException(LogCodes.KeyFormat);
        (Name, Type, this.publicKey) = (name, type, publicKey.ToArray());
        Id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey])[..4];
    }

    /// <summary>The name that stands in its signature lines.</summary>
    public string Name { get; }

    /// <summary>What its signatures prove.</summary>
    public NoteKeyType Type { get; }

    /// <summary>SHA-256(name || LF || type || public key), the first 4 bytes.</summary>
    public ReadOnlyMemory<byte> Id { get; }

    /// <summary>The public key of RFC 8032, 32 bytes.</summary>
    public ReadOnlyMemory<byte> PublicKey => publicKey;

    /// <summary>Read a vkey.</summary>
    /// <exception cref="LogFormatException">It is not one, or its id is not that of its key (<see cref="LogCodes.KeyFormat"/>).</exception>
    public static VerifierKey Parse(string vkey)
    {
        // The base64 part may itself hold a plus.
        if (vkey.Split('+', 3) is not [var name, var id, var key] || NoteText.Base64(key) is not [var type, .. var publicKey]) throw new LogFormatException(LogCodes.KeyFormat);
        var parsed = new VerifierKey(name, (NoteKeyType)type, publicKey);
        return parsed.ToString() == vkey ? parsed : throw new LogFormatException(LogCodes.KeyFormat);
    }

    /// <summary>Whether a name can stand in a signature line: not empty, no space of Unicode, no plus, no control character.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>Whether a signature is of this key, so that it must verify.</summary>
    public bool Made(NoteSignature signature) => signature.Name == Name && signature.KeyId.Span.SequenceEqual(Id.Span);

    /// <summary>The vkey.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Convert.ToHexStringLower(Id.Span)}+{Convert.ToBase64String([(byte)Type, .. publicKey])}");

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    internal bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature.ToArray(), 0, publicKey, 0, message.ToArray(), 0, message.Length);
}
