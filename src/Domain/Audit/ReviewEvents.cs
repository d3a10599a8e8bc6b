using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

// The storage format of reviews of findings: add, never rename. None of these is about one person in the sense of IAbout: that
// somebody is looked into enters no timeline, profile or other read model. What is written of a person is sealed under that person's key.

/// <summary>An auditor took a finding up.</summary>
/// <param name="Finding">The finding, and the stream: it follows from rule and events.</param>
/// <param name="Rule">Code of the rule that found it.</param>
/// <param name="Thresholds">Version of the thresholds that it was found with.</param>
/// <param name="Events">Ids of the events by which it shows.</param>
/// <param name="Persons">Whom it concerns: whom it is about, and who acted in its events.</param>
/// <param name="OpenedBy">The auditor.</param>
[Stored("finding", "rule", "thresholds", "events", "persons", "openedBy")]
public sealed record FindingOpened(Guid Finding, string Rule, string Thresholds, ValueList<Guid> Events, ValueList<Guid> Persons, Guid OpenedBy) : LedgerEvent;

/// <summary>An auditor noted something about a finding.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Note">The note; unique within the finding.</param>
/// <param name="Remark">What was noted, sealed for the one of its persons whom it is about.</param>
/// <param name="NotedBy">The auditor.</param>
[Stored("finding", "note", "remark", "notedBy")]
public sealed record FindingAnnotated(Guid Finding, Guid Note, Sealed<string> Remark, Guid NotedBy) : LedgerEvent;

/// <summary>An auditor disposed of a finding.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Disposition">What became of it.</param>
/// <param name="Reference">Number of the document that it was referred by, or of what corrected it; null where there is none.</param>
/// <param name="Remark">The grounds, sealed for the one of its persons whom they are about.</param>
/// <param name="DisposedBy">The auditor.</param>
[Stored("finding", "disposition", "reference", "remark", "disposedBy")]
public sealed record FindingDisposed(Guid Finding, Disposition Disposition, string? Reference, Sealed<string> Remark, Guid DisposedBy) : LedgerEvent;

/// <summary>An auditor took up again what had been disposed of.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Remark">Why, sealed for the one of its persons whom it is about.</param>
/// <param name="ReopenedBy">The auditor.</param>
[Stored("finding", "remark", "reopenedBy")]
public sealed record FindingReopened(Guid Finding, Sealed<string> Remark, Guid ReopenedBy) : LedgerEvent;

/// <summary>What becomes of a finding; the stored names are part of the storage format.</summary>
public enum Disposition
{
    /// <summary>What happened was proper.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,

    /// <summary>Somebody else inquires into it, by a document of its own number.</summary>
    [JsonStringEnumMemberName("referred")] Referred,

    /// <summary>What was wrong has been set right.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,
}
