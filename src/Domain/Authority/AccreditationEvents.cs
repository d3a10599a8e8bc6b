using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

// The storage format of accreditations: add, never rename.

/// <summary>A party accredited an organisation: within a scope, it may appoint people of its own.</summary>
/// <param name="Accreditation">The accreditation, and the stream: <see cref="Authority.Accreditation.IdOf"/>.</param>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="NameTh">Its name in Thai.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Kind">As what it is accredited.</param>
/// <param name="Clause">The mandate under which it was.</param>
/// <param name="Party">Code of the party that accredited it.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="By">Who accredited it.</param>
[Stored("accreditation", "organisation", "nameTh", "nameEn", "kind", "clause", "party", "scope", "from", "until", "by")]
public sealed record OrganisationAccredited(Guid Accreditation, string Organisation, string NameTh, string NameEn, AccreditationKind Kind,
    string Clause, string Party, Scope Scope, DateOnly From, DateOnly? Until, Guid By) : LedgerEvent;

/// <summary>The scope of an accreditation was changed.</summary>
/// <param name="Accreditation">The accreditation.</param>
/// <param name="Scope">The scope from now on.</param>
/// <param name="By">Who changed it.</param>
[Stored("accreditation", "scope", "by")]
public sealed record AccreditationScopeChanged(Guid Accreditation, Scope Scope, Guid By) : LedgerEvent;

/// <summary>An accreditation was suspended: until it is reinstated, the organisation's people keep their winding-up duties only.</summary>
/// <param name="Accreditation">The accreditation.</param>
/// <param name="Reference">Number of the document that says why.</param>
/// <param name="By">Who suspended it.</param>
[Stored("accreditation", "reference", "by")]
public sealed record AccreditationSuspended(Guid Accreditation, string Reference, Guid By) : LedgerEvent;

/// <summary>A suspended accreditation is in force again.</summary>
/// <param name="Accreditation">The accreditation.</param>
/// <param name="Reference">Number of the document that says why.</param>
/// <param name="By">Who reinstated it.</param>
[Stored("accreditation", "reference", "by")]
public sealed record AccreditationReinstated(Guid Accreditation, string Reference, Guid By) : LedgerEvent;

/// <summary>An accreditation was withdrawn for good: the organisation's people keep their winding-up duties only.</summary>
/// <param name="Accreditation">The accreditation.</param>
/// <param name="Reference">Number of the document that says why.</param>
/// <param name="By">Who withdrew it.</param>
[Stored("accreditation", "reference", "by")]
public sealed record AccreditationWithdrawn(Guid Accreditation, string Reference, Guid By) : LedgerEvent;

/// <summary>What an accredited organisation may do.</summary>
/// <param name="Head">The person who answers for it and may appoint others.</param>
/// <param name="Duties">Codes of the duties that it may appoint people to.</param>
/// <param name="Frameworks">Codes of the competency frameworks that it may work under; all of them when empty.</param>
[Stored("head", "duties", "frameworks")]
public sealed record Scope(Guid Head, ValueList<string> Duties, ValueList<string> Frameworks);

/// <summary>As what an organisation is accredited; the stored names are part of the storage format.</summary>
public enum AccreditationKind
{
    /// <summary>A public agency, for its own people (clause 2.1.4).</summary>
    [JsonStringEnumMemberName("agency")] Agency,

    /// <summary>A training provider (clause 2.2.4).</summary>
    [JsonStringEnumMemberName("training-provider")] TrainingProvider,

    /// <summary>A certification body, which examines, decides and issues (clauses 2.3.2 and 2.3.3).</summary>
    [JsonStringEnumMemberName("certification-body")] CertificationBody,
}
