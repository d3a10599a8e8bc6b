using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of agreements on one case: add, never rename.

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
