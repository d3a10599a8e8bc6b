using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of recognised equivalences: add, never rename. They name qualifications, and nobody.

/// <summary>The party that answers for certification recognised a foreign qualification, and signed what it recognised (docs/formats/equivalence.md).</summary>
/// <param name="Equivalence">The equivalence, and the stream.</param>
/// <param name="Organisation">Code of the organisation that recognised and signed.</param>
/// <param name="Terms">What was recognised.</param>
/// <param name="Statement">The signature over it.</param>
/// <param name="By">Who had it signed.</param>
[Stored("equivalence", "organisation", "terms", "statement", "by")]
public sealed record EquivalenceRecognised(Guid Equivalence, string Organisation, EquivalenceTerms Terms, StatementSignature Statement, Guid By) : LedgerEvent;

/// <summary>An equivalence is applied no more from a day on, as whoever holds the mandate signed. What was accepted under it before stands.</summary>
/// <param name="Equivalence">The equivalence.</param>
/// <param name="From">First day on which no award is accepted under it.</param>
/// <param name="Decision">The decision that it rests on.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Organisation">Code of the organisation that withdrew and signed; null from before withdrawals were signed.</param>
/// <param name="Statement">The signature over it; null from before withdrawals were signed.</param>
[Stored("equivalence", "from", "decision", "by", "organisation", "statement")]
public sealed record EquivalenceWithdrawn(Guid Equivalence, DateOnly From, RecognitionDecision Decision, Guid By, string? Organisation = null, StatementSignature? Statement = null) : LedgerEvent;

/// <summary>What an equivalence says: which award counts as what, made when, for how long, from when on, and by which decision.</summary>
/// <param name="Qualification">The foreign qualification.</param>
/// <param name="Framework">Code of the framework version of the unit that it counts as.</param>
/// <param name="Unit">Code of that unit.</param>
/// <param name="Level">Level of that unit; null for a unit without levels.</param>
/// <param name="AwardedFrom">First day on which an award was made that counts.</param>
/// <param name="AwardedUntil">Last day on which an award was made that counts; null without end.</param>
/// <param name="Months">Months from its day for which an award counts; null without end.</param>
/// <param name="AppliesFrom">First day on which an award is accepted under it.</param>
/// <param name="Decision">The decision that it rests on.</param>
[Stored("qualification", "framework", "unit", "level", "awardedFrom", "awardedUntil", "months", "appliesFrom", "decision")]
public sealed record EquivalenceTerms(ForeignQualification Qualification, string Framework, string Unit, int? Level,
    DateOnly AwardedFrom, DateOnly? AwardedUntil, int? Months, DateOnly AppliesFrom, RecognitionDecision Decision);

/// <summary>A qualification that somebody outside the programme awards.</summary>
/// <param name="BodyTh">Who awards it, in Thai.</param>
/// <param name="BodyEn">Who awards it, in English.</param>
/// <param name="TitleTh">Its title in Thai.</param>
/// <param name="TitleEn">Its title in English.</param>
/// <param name="Version">Which of its modules, levels or versions, by the awarding body's code.</param>
[Stored("bodyTh", "bodyEn", "titleTh", "titleEn", "version")]
public sealed record ForeignQualification(string BodyTh, string BodyEn, string TitleTh, string TitleEn, string Version);

/// <summary>A decision on paper that a recognition or its withdrawal rests on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its day.</param>
/// <param name="Sha256">SHA-256 of the file; 64 lower-case hexadecimal digits.</param>
[Stored("number", "date", "sha256")]
public sealed record RecognitionDecision(string Number, DateOnly Date, string Sha256)
{
    /// <summary>Whether it can be looked up: a number in one line, and the digest of a file.</summary>
    public bool IsNamed => PlainText.IsCode(Number) && Digest.IsSha256(Sha256);
}

/// <summary>What a statement's signature is made of besides the terms: with them, the signed token can be written again byte for byte.</summary>
/// <param name="Issuer">Address of who signed, as the token has it.</param>
/// <param name="KeyId">Id of the key that signed.</param>
/// <param name="Algorithm">Kind of key.</param>
/// <param name="SignedAt">When it was signed, in whole seconds since 1970 in UTC.</param>
/// <param name="Signature">The signature in base64url.</param>
[Stored("issuer", "keyId", "algorithm", "signedAt", "signature")]
public sealed record StatementSignature(string Issuer, string KeyId, KeyAlgorithm Algorithm, long SignedAt, string Signature);
