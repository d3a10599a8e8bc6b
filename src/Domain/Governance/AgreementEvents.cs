using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of the agreement: add, never rename. What all three sign stands in ProposalEvents.cs and EffectEvents.cs.

/// <summary>Three parties signed the agreement, each by its representative. Once in a ledger.</summary>
/// <param name="Agreement">The agreement, and the stream: <see cref="Governance.Agreement.TheId"/>.</param>
/// <param name="TitleTh">Official title in Thai.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="SignedOn">Day of signature in Thailand; it is in force from then on (clause 8).</param>
/// <param name="TextSha256">SHA-256 of the signed text, 64 lower-case hexadecimal digits.</param>
/// <param name="Parties">The three.</param>
/// <param name="Mandates">One mandate a numbered duty of clause 2.</param>
[Stored("agreement", "titleTh", "titleEn", "signedOn", "textSha256", "parties", "mandates")]
public sealed record AgreementSigned(Guid Agreement, string TitleTh, string TitleEn, DateOnly SignedOn, string TextSha256,
    ValueList<PartyNamed> Parties, ValueList<Mandate> Mandates) : LedgerEvent;

/// <summary>A party as the agreement names it.</summary>
/// <param name="Code">Its code at that time.</param>
/// <param name="NameTh">Official name in Thai.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Representative">The person who signs for it.</param>
[Stored("code", "nameTh", "nameEn", "representative")]
public sealed record PartyNamed(string Code, string NameTh, string NameEn, Guid Representative);

/// <summary>A duty of one party under the agreement.</summary>
/// <param name="Clause">Its clause, such as 2.3.3; the mandate's name.</param>
/// <param name="Party">Code of the party that holds it.</param>
/// <param name="TextTh">The clause's own words.</param>
/// <param name="TextEn">What they mean, in English.</param>
[Stored("clause", "party", "textTh", "textEn")]
public sealed record Mandate(string Clause, string Party, string TextTh, string TextEn);

/// <summary>One party gave the other two written notice that it ends the agreement (clause 8).</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="GivenBy">Its representative.</param>
/// <param name="Reference">Number of the written notice.</param>
/// <param name="GivenOn">Day in Thailand on which the others knew.</param>
/// <param name="EndsOn">First day on which the agreement is no longer in force.</param>
[Stored("party", "givenBy", "reference", "givenOn", "endsOn")]
public sealed record NoticeGiven(string Party, Guid GivenBy, string Reference, DateOnly GivenOn, DateOnly EndsOn) : LedgerEvent;

/// <summary>A party's representative named the next one.</summary>
/// <param name="Person">The person who will sign for the party.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="From">First day; whoever was named for later days is not.</param>
/// <param name="NamedBy">The representative who named them.</param>
[Stored("person", "party", "from", "namedBy")]
public sealed record RepresentativeNamed(Guid Person, string Party, DateOnly From, Guid NamedBy) : LedgerEvent, IAbout;
