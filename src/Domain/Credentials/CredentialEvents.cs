using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of credentials: add, never rename.

/// <summary>A certification body signed a credential and released it.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential, and the stream.</param>
/// <param name="Decision">The decision that it carries out.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Unit">Code of the certified unit.</param>
/// <param name="Level">Certified level; null for a unit without levels.</param>
/// <param name="Document">The signed document.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="IssuedBy">The person who issued it.</param>
/// <param name="Test">True for demonstration and test data; signed into the document.</param>
/// <param name="Renews">The credential that it renews; null for none.</param>
/// <param name="Replaces">The credential of the same decision whose place it takes; null for none.</param>
[Stored("person", "credential", "decision", "scheme", "framework", "unit", "level", "document", "validFrom", "validUntil", "issuedBy", "test", "renews", "replaces")]
public sealed record CredentialIssued(Guid Person, Guid Credential, Guid Decision, Guid Scheme, string Framework, string Unit, int? Level,
    SignedDocument Document, DateOnly ValidFrom, DateOnly? ValidUntil, Guid IssuedBy, bool Test, Guid? Renews = null, Guid? Replaces = null) : LedgerEvent, IAbout;

/// <summary>What the ledger keeps in the open of a signed document.</summary>
/// <param name="Number">Credential number with its check code.</param>
/// <param name="Issuer">Code of the certification body that signed.</param>
/// <param name="KeyId">Id of the key that signed.</param>
/// <param name="Sha256">SHA-256 of the document as signed, without unsigned properties; 64 lower-case hexadecimal digits.</param>
/// <param name="StatusList">URI of the status list that tells its standing.</param>
/// <param name="StatusIndex">Its random place in that list.</param>
[Stored("number", "issuer", "keyId", "sha256", "statusList", "statusIndex")]
public sealed record SignedDocument(string Number, string Issuer, string KeyId, string Sha256, string StatusList, long StatusIndex);

/// <summary>A credential was withdrawn for good.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
/// <param name="Effective">First day on which it is valid no more.</param>
/// <param name="RevokedBy">The person who revoked it.</param>
/// <param name="Renewals">The later renewals that it takes along, revoked in the same transaction; null for none.</param>
/// <param name="With">The credential with whose revocation this one was, since it renews that; null for none.</param>
[Stored("person", "credential", "ground", "remark", "effective", "revokedBy", "renewals", "with")]
public sealed record CredentialRevoked(Guid Person, Guid Credential, Ground Ground, Sealed<string>? Remark, DateOnly Effective, Guid RevokedBy, ValueList<Guid>? Renewals = null, Guid? With = null)
    : LedgerEvent, IAbout;

/// <summary>Another credential of the same decision took this one's place, since the holder's name had changed: it counts no more, and nothing is held against anybody.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Successor">The credential that took its place.</param>
/// <param name="Effective">First day on which it counts no more.</param>
/// <param name="ReplacedBy">The person who issued the other one.</param>
[Stored("person", "credential", "successor", "effective", "replacedBy")]
public sealed record CredentialReplaced(Guid Person, Guid Credential, Guid Successor, DateOnly Effective, Guid ReplacedBy) : LedgerEvent, IAbout;

/// <summary>Grounds of a revocation; the stored names are part of the storage format.</summary>
public enum Ground
{
    /// <summary>Deceit in the assessment or in the evidence.</summary>
    [JsonStringEnumMemberName("fraud")] Fraud,

    /// <summary>A result that it rests on was annulled or superseded.</summary>
    [JsonStringEnumMemberName("result-withdrawn")] ResultWithdrawn,

    /// <summary>It says something wrong.</summary>
    [JsonStringEnumMemberName("issued-in-error")] IssuedInError,

    /// <summary>The holder broke the rules of the scheme.</summary>
    [JsonStringEnumMemberName("misconduct")] Misconduct,

    /// <summary>The holder asked for it.</summary>
    [JsonStringEnumMemberName("holder-request")] HolderRequest,
}
