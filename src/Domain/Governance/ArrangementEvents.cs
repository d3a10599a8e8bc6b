using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of agreements on one case: add, never rename. What takes effect stands in EffectEvents.cs.

/// <summary>A written agreement on one case was proposed: a cost (clause 4), or a jointly made work (clause 3, second paragraph).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="Reference">Number of the written agreement.</param>
/// <param name="Cost">Who is to bear what; null for a work.</param>
/// <param name="Work">Whose a work is to be; null for a cost.</param>
[Stored("proposal", "party", "proposedBy", "reference", "cost", "work")]
public sealed record ArrangementProposed(Guid Proposal, string Party, Guid ProposedBy, string Reference,
    CostArrangement? Cost, WorkArrangement? Work) : LedgerEvent, IProposed;

/// <summary>Who bears a cost that would otherwise be borne by the party whose duty it serves.</summary>
/// <param name="Clause">The mandate whose cost it is; null for one activity.</param>
/// <param name="Activity">The activity whose cost it is; null for a mandate.</param>
/// <param name="Bearer">Code of the party that bears it.</param>
[Stored("clause", "activity", "bearer")]
public sealed record CostArrangement(string? Clause, Guid? Activity, string Bearer);

/// <summary>Whose a jointly made work is.</summary>
/// <param name="Work">The work.</param>
/// <param name="Owners">Who owns it, in shares that make one whole.</param>
/// <param name="Manager">Code of the party that manages the rights.</param>
[Stored("work", "owners", "manager")]
public sealed record WorkArrangement(Guid Work, ValueList<OwnerShare> Owners, string Manager);

/// <summary>One owner's share of a work.</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="PerMille">Thousandths of the whole.</param>
[Stored("party", "perMille")]
public sealed record OwnerShare(string Party, int PerMille);
