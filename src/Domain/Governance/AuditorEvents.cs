using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of who may audit: add, never rename. What takes effect stands in EffectEvents.cs.

/// <summary>It was proposed that a person audits.</summary>
/// <param name="Person">The auditor to be.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
/// <param name="From">First day, or the day of the third signature if that comes later.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="Opens">True: evidence that they export may have what is sealed, opened for a named recipient; null: not.</param>
[Stored("person", "proposal", "party", "proposedBy", "from", "until", "opens")]
public sealed record AuditorProposed(Guid Person, Guid Proposal, string Party, Guid ProposedBy, DateOnly From, DateOnly? Until, bool? Opens = null) : LedgerEvent, IAbout, IProposed;

/// <summary>It was proposed that a person audits no more.</summary>
/// <param name="Person">The auditor.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Party">Code of the party that proposes.</param>
/// <param name="ProposedBy">The person who proposes.</param>
[Stored("person", "proposal", "party", "proposedBy")]
public sealed record AuditorDismissalProposed(Guid Person, Guid Proposal, string Party, Guid ProposedBy) : LedgerEvent, IAbout, IProposed;
