using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of signing keys: add, never rename. Days begin at midnight in Thailand.

/// <summary>An organisation registered a key that it signs credentials with.</summary>
/// <param name="Key">Id of the key: base64url of the SHA-256 of its SubjectPublicKeyInfo.</param>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Algorithm">Kind of key.</param>
/// <param name="Certificate">SHA-256 of its certificate in DER; 64 lower-case hexadecimal digits.</param>
/// <param name="From">First day on which it signs.</param>
/// <param name="By">Who registered it.</param>
[Stored("key", "organisation", "algorithm", "certificate", "from", "by")]
public sealed record SigningKeyRegistered(string Key, string Organisation, KeyAlgorithm Algorithm, string Certificate, DateOnly From, Guid By) : LedgerEvent;

/// <summary>A key gives way to another one of its organisation.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="Successor">Id of the key that signs instead.</param>
/// <param name="From">First day on which it signs no more.</param>
/// <param name="By">Who arranged it.</param>
[Stored("key", "successor", "from", "by")]
public sealed record SigningKeyRotated(string Key, string Successor, DateOnly From, Guid By) : LedgerEvent;

/// <summary>A key ends without a successor.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="From">First day on which it signs no more.</param>
/// <param name="By">Who ended it.</param>
[Stored("key", "from", "by")]
public sealed record SigningKeyCeased(string Key, DateOnly From, Guid By) : LedgerEvent;

/// <summary>It became known that somebody else may hold a key.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="From">The first day on which somebody else may have held it.</param>
/// <param name="KnownOn">The day on which it was reported.</param>
/// <param name="Reference">Number of the document that tells what happened.</param>
/// <param name="By">Who reported it.</param>
[Stored("key", "from", "knownOn", "reference", "by")]
public sealed record SigningKeyCompromised(string Key, DateOnly From, DateOnly KnownOn, string Reference, Guid By) : LedgerEvent;

/// <summary>A key turned out to have been registered by deceit: it never was its organisation's.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="KnownOn">The day on which it was declared.</param>
/// <param name="Reference">Number of the document that says so.</param>
/// <param name="By">Who declared it.</param>
[Stored("key", "knownOn", "reference", "by")]
public sealed record SigningKeyDeclaredFraudulent(string Key, DateOnly KnownOn, string Reference, Guid By) : LedgerEvent;

/// <summary>Kinds of keys that sign credentials (docs/formats/credential.md); the stored names are part of the storage format.</summary>
public enum KeyAlgorithm
{
    /// <summary>ECDSA on P-256.</summary>
    [JsonStringEnumMemberName("ecdsa")] Ecdsa,

    /// <summary>RSA of 3072 bits.</summary>
    [JsonStringEnumMemberName("rsa")] Rsa,
}
