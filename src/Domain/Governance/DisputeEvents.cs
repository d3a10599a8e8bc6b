using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of disputes: add, never rename. The settlement stands in ProposalEvents.cs and EffectEvents.cs.

/// <summary>A party raised a difficulty in carrying out the agreement (clause 10).</summary>
/// <param name="Dispute">The dispute.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="RaisedBy">The person who raised it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it is about; nothing about a person.</param>
[Stored("dispute", "party", "raisedBy", "title", "text")]
public sealed record DisputeRaised(Guid Dispute, string Party, Guid RaisedBy, string Title, string Text) : LedgerEvent;

/// <summary>A party considered a dispute and said how it sees it.</summary>
/// <param name="Dispute">The dispute.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="ConsideredBy">The person who spoke for it.</param>
/// <param name="View">How the party sees it; nothing about a person.</param>
[Stored("dispute", "party", "consideredBy", "view")]
public sealed record DisputeConsidered(Guid Dispute, string Party, Guid ConsideredBy, string View) : LedgerEvent;
