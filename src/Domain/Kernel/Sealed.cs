namespace CredentialLedger.Domain.Kernel;

/// <summary>
/// Personal data inside an event: AES-256-GCM under the person's own key, bound to person, event type and field
/// (docs/formats/event.md). Only who holds the key can open it; destroying the key erases it everywhere at once.
/// The same text sealed again for the same place gives the same value, so that a repeated command is seen as one.
/// </summary>
/// <typeparam name="T">What is inside; nothing but a label here.</typeparam>
/// <param name="Version">Format version, 1.</param>
/// <param name="Person">Whose data it is.</param>
/// <param name="Key">Id of the person's key.</param>
/// <param name="Nonce">12 bytes, base64.</param>
/// <param name="Ciphertext">Ciphertext and 16-byte tag, base64.</param>
[Stored("version", "person", "key", "nonce", "ciphertext")]
public sealed record Sealed<T>(int Version, Guid Person, Guid Key, string Nonce, string Ciphertext);
