using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

// The storage format of what takes effect with the third signature: add, never rename.

/// <summary>What happens with the third signature, in the same append.</summary>
public interface IEffect
{
    /// <summary>The proposal that all three signed.</summary>
    Guid Proposal { get; }
}

/// <summary>An amendment became part of the agreement (clause 9).</summary>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="Number">Its number among the annexes: 1, 2, 3 ...</param>
/// <param name="AnnexedOn">Day in Thailand from which it counts.</param>
/// <param name="Changes">What it changes in the mandates.</param>
[Stored("proposal", "number", "annexedOn", "changes")]
public sealed record AmendmentAnnexed(Guid Proposal, int Number, DateOnly AnnexedOn, ValueList<MandateChange> Changes) : LedgerEvent, IEffect;

/// <summary>All three agreed that the agreement ends (clause 8).</summary>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="EndsOn">First day on which it is no longer in force.</param>
[Stored("proposal", "endsOn")]
public sealed record TerminationAgreed(Guid Proposal, DateOnly EndsOn) : LedgerEvent, IEffect;

/// <summary>By law another body stands in a party's place; the party, its mandates and its signatures stay what they are (not an assignment, clause 7).</summary>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="Former">The party's code before.</param>
/// <param name="Code">Its code now.</param>
/// <param name="NameTh">Official name in Thai.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Instrument">The law that says so.</param>
[Stored("proposal", "former", "code", "nameTh", "nameEn", "instrument")]
public sealed record PartySucceeded(Guid Proposal, string Former, string Code, string NameTh, string NameEn, LegalInstrument Instrument) : LedgerEvent, IEffect;

/// <summary>All three appointed an auditor.</summary>
/// <param name="Person">The auditor.</param>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="From">First day; never before the third signature.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="Opens">True: evidence that they export may have what is sealed, opened for a named recipient; null: not.</param>
[Stored("person", "proposal", "from", "until", "opens")]
public sealed record AuditorAppointed(Guid Person, Guid Proposal, DateOnly From, DateOnly? Until, bool? Opens = null) : LedgerEvent, IAbout, IEffect;

/// <summary>All three dismissed an auditor.</summary>
/// <param name="Person">The auditor.</param>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="From">First day on which the person audits no more.</param>
[Stored("person", "proposal", "from")]
public sealed record AuditorDismissed(Guid Person, Guid Proposal, DateOnly From) : LedgerEvent, IAbout, IEffect;

/// <summary>All three agreed in writing on one case: who bears a cost (clause 4), or whose a work is (clause 3, second paragraph).</summary>
/// <param name="Proposal">The proposal that all three signed, and the arrangement's id.</param>
/// <param name="Reference">Number of the written agreement.</param>
/// <param name="Cost">Who bears what; null for a work.</param>
/// <param name="Work">Whose a work is; null for a cost.</param>
[Stored("proposal", "reference", "cost", "work")]
public sealed record ArrangementMade(Guid Proposal, string Reference, CostArrangement? Cost, WorkArrangement? Work) : LedgerEvent, IEffect;

/// <summary>A dispute was settled by all three (clause 10).</summary>
/// <param name="Proposal">The proposal that all three signed.</param>
/// <param name="Dispute">The dispute.</param>
[Stored("proposal", "dispute")]
public sealed record DisputeSettled(Guid Proposal, Guid Dispute) : LedgerEvent, IEffect;
