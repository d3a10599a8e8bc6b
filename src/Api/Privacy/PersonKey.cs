using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Privacy;

/// <summary>One person's own key: seals what is personal inside their events, and opens it (docs/formats/event.md, section 5).</summary>
public sealed record PersonKey(Guid Person, Guid Id, byte[] Secret)
{
    private const int FormatVersion = 1, NonceLength = 12, TagLength = 16;

    /// <summary>A new random key for a person.</summary>
    public static PersonKey New(Guid person) => new(person, Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32));

    /// <summary>Seal a value for one field of one event type.</summary>
    public Sealed<T> Seal<TEvent, T>(string field, T value) where TEvent : LedgerEvent
    {
        var (nonce, ciphertext) = Encrypt(EventCatalogue.NameOf<TEvent>(), field, JsonSerializer.SerializeToUtf8Bytes(value, LedgerJson.Options));
        return new(FormatVersion, Person, Id, Convert.ToBase64String(nonce), Convert.ToBase64String(ciphertext));
    }

    /// <summary>Open a sealed value of that field of that event type.</summary>
    /// <exception cref="CryptographicException">It was sealed for another place or under another key, or was changed.</exception>
    public T Open<TEvent, T>(string field, Sealed<T> value) where TEvent : LedgerEvent
    {
        var text = Decrypt(EventCatalogue.NameOf<TEvent>(), field, Convert.FromBase64String(value.Nonce), Convert.FromBase64String(value.Ciphertext));
        return JsonSerializer.Deserialize<T>(text, LedgerJson.Options)!;
    }

    /// <summary>
    /// AES-256-GCM with a nonce that is a pseudo-random function of place and text (as in SIV modes): the same text in the same place
    /// gives the same bytes, so that a repeated command is seen as one; another text or place gives another nonce.
    /// </summary>
    public (byte[] Nonce, byte[] Ciphertext) Encrypt(string place, string field, ReadOnlySpan<byte> text)
    {
        var bound = Bound(place, field);
        var nonce = HMACSHA256.HashData(Derive("nonce"u8), (byte[])[.. SHA256.HashData(bound), .. text]).AsSpan(0, NonceLength).ToArray();
        var ciphertext = new byte[text.Length + TagLength];
        using var aes = new AesGcm(Derive("seal"u8), TagLength);
        aes.Encrypt(nonce, text, ciphertext.AsSpan(0, text.Length), ciphertext.AsSpan(^TagLength..), bound);
        return (nonce, ciphertext);
    }

    /// <summary>Open what <see cref="Encrypt"/> made for that place.</summary>
    public byte[] Decrypt(string place, string field, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext)
    {
        var text = new byte[ciphertext.Length - TagLength];
        using var aes = new AesGcm(Derive("seal"u8), TagLength);
        aes.Decrypt(nonce, ciphertext[..^TagLength], ciphertext[^TagLength..], text, Bound(place, field));
        return text;
    }

    private byte[] Bound(string place, string field) => Encoding.UTF8.GetBytes($"credentialledger/1/sealed\n{Person:D}\n{Id:D}\n{place}\n{field}");

    private byte[] Derive(ReadOnlySpan<byte> label) => HMACSHA256.HashData(Secret, (byte[])[.. "credentialledger/1/sealed/"u8, .. label]);
}
