using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of what the three parties sign together: add, never rename.

/// <summary>Something that takes effect when the representatives of all three parties have signed it.</summary>
public interface IProposed
{
    /// <summary>Its id.</summary>
    Guid Proposal { get; }

    /// <summary>Code of the party that proposed it.</summary>
    string Party { get; }

    /// <summary>The person who proposed it, and who cannot sign it.</summary>
    Guid ProposedBy { get; }
}

/// <summary>A change of the agreement was proposed (clause 9).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="Text">What is to be annexed, word for word.</param>
/// <param name="TextSha256">SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Changes">What it changes in the mandates; perhaps nothing.</param>
[Stored("proposal", "party", "proposedBy", "text", "textSha256", "changes")]
public sealed record AmendmentProposed(Guid Proposal, string Party, Guid ProposedBy, string Text, string TextSha256,
    ValueList<MandateChange> Changes) : LedgerEvent, IProposed;

/// <summary>What an amendment does to one mandate.</summary>
/// <param name="Clause">The mandate's clause.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Party">Code of the party that holds it then; for a granted and a moved one.</param>
/// <param name="TextTh">Its words then; for a granted and a changed one.</param>
/// <param name="TextEn">The words in English.</param>
[Stored("clause", "change", "party", "textTh", "textEn")]
public sealed record MandateChange(string Clause, Change Change, string? Party, string? TextTh, string? TextEn);

/// <summary>What may become of a mandate; the stored names are part of the storage format.</summary>
public enum Change
{
    /// <summary>It is new.</summary>
    [JsonStringEnumMemberName("granted")] Granted,

    /// <summary>Its words change.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>Another of the three holds it.</summary>
    [JsonStringEnumMemberName("moved")] Moved,

    /// <summary>Nobody holds it any more.</summary>
    [JsonStringEnumMemberName("ended")] Ended,
}

/// <summary>An end of the agreement by consent was proposed (clause 8).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="EndsOn">First day on which it is to be no longer in force; null for at once.</param>
[Stored("proposal", "party", "proposedBy", "endsOn")]
public sealed record TerminationProposed(Guid Proposal, string Party, Guid ProposedBy, DateOnly? EndsOn) : LedgerEvent, IProposed;

/// <summary>It was proposed to take note that the law put another body in a party's place.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="Former">Code of the party that is succeeded.</param>
/// <param name="Code">Its code from then on.</param>
/// <param name="NameTh">Official name in Thai.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Instrument">The law that says so.</param>
[Stored("proposal", "party", "proposedBy", "former", "code", "nameTh", "nameEn", "instrument")]
public sealed record SuccessionProposed(Guid Proposal, string Party, Guid ProposedBy, string Former, string Code, string NameTh, string NameEn,
    LegalInstrument Instrument) : LedgerEvent, IProposed;

/// <summary>A law, decree or order.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Reference">Where it was published.</param>
/// <param name="InForceOn">First day on which it is in force.</param>
[Stored("title", "reference", "inForceOn")]
public sealed record LegalInstrument(string Title, string Reference, DateOnly InForceOn);

/// <summary>A settlement of a dispute was proposed, after all three had considered it (clause 10).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="Dispute">The dispute.</param>
/// <param name="Text">How it is to be settled.</param>
[Stored("proposal", "party", "proposedBy", "dispute", "text")]
public sealed record SettlementProposed(Guid Proposal, string Party, Guid ProposedBy, Guid Dispute, string Text) : LedgerEvent, IProposed;

/// <summary>A party's representative signed a proposal.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="SignedBy">Its representative of that day.</param>
[Stored("proposal", "party", "signedBy")]
public sealed record ProposalSigned(Guid Proposal, string Party, Guid SignedBy) : LedgerEvent;

/// <summary>A party took its signature back, before the third was given.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="WithdrawnBy">Its representative of that day.</param>
[Stored("proposal", "party", "withdrawnBy")]
public sealed record SignatureWithdrawn(Guid Proposal, string Party, Guid WithdrawnBy) : LedgerEvent;

/// <summary>The party that had made a proposal took it back, before it took effect.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="WithdrawnBy">The person who took it back.</param>
[Stored("proposal", "withdrawnBy")]
public sealed record ProposalWithdrawn(Guid Proposal, Guid WithdrawnBy) : LedgerEvent;
