using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of certification decisions: add, never rename.

/// <summary>A certification body decided, on stated evidence, whether to certify a person under a scheme.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Decision">The decision, and the stream.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Body">Code of the certification body that decided.</param>
/// <param name="Ruling">Granted or refused.</param>
/// <param name="Results">The assessment results considered.</param>
/// <param name="Completions">The training completions considered.</param>
/// <param name="DecidedBy">The person who decided.</param>
/// <param name="DecidedOn">Day of the decision in Thailand.</param>
/// <param name="Awards">The accepted awards considered; null for none.</param>
/// <param name="Renews">The decision whose certification it renews; null for a first one.</param>
[Stored("person", "decision", "scheme", "body", "ruling", "results", "completions", "decidedBy", "decidedOn", "awards", "renews")]
public sealed record CertificationDecided(Guid Person, Guid Decision, Guid Scheme, string Body, Ruling Ruling,
    ValueList<Guid> Results, ValueList<Guid> Completions, Guid DecidedBy, DateOnly DecidedOn, ValueList<Guid>? Awards = null, Guid? Renews = null) : LedgerEvent, IAbout;

/// <summary>A decision to certify that nobody can carry out any more waits no longer; what was decided stays in the record.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Decision">The decision, and the stream.</param>
/// <param name="Credential">The credential that would have carried it out.</param>
/// <param name="Body">Code of the certification body that decided, and set it aside.</param>
/// <param name="Hindrance">Code of what stood in the way of a credential that day.</param>
/// <param name="Reasons">Why it is set aside; sealed, and null where the candidate's data was erased.</param>
/// <param name="SetAsideBy">The person who set it aside.</param>
/// <param name="SetAsideOn">Day in Thailand.</param>
[Stored("person", "decision", "credential", "body", "hindrance", "reasons", "setAsideBy", "setAsideOn")]
public sealed record DecisionSetAside(Guid Person, Guid Decision, Guid Credential, string Body, string Hindrance, Sealed<string>? Reasons, Guid SetAsideBy, DateOnly SetAsideOn) : LedgerEvent, IAbout;

/// <summary>What a certification body decides; the stored names are part of the storage format.</summary>
public enum Ruling
{
    /// <summary>The person is certified.</summary>
    [JsonStringEnumMemberName("granted")] Granted,

    /// <summary>The person is not.</summary>
    [JsonStringEnumMemberName("refused")] Refused,
}
