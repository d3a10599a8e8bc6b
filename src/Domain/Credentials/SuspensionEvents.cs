using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of suspensions, in the stream of the credential: add, never rename.

/// <summary>A credential counts no more until it is reinstated.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
/// <param name="Effective">First day on which it does not count.</param>
/// <param name="SuspendedBy">The person who suspended it.</param>
[Stored("person", "credential", "ground", "remark", "effective", "suspendedBy")]
public sealed record CredentialSuspended(Guid Person, Guid Credential, SuspensionGround Ground, Sealed<string>? Remark, DateOnly Effective, Guid SuspendedBy)
    : LedgerEvent, IAbout;

/// <summary>A suspended credential counts again.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Remark">Free text, sealed.</param>
/// <param name="Effective">First day on which it counts again.</param>
/// <param name="ReinstatedBy">The person who reinstated it.</param>
[Stored("person", "credential", "remark", "effective", "reinstatedBy")]
public sealed record CredentialReinstated(Guid Person, Guid Credential, Sealed<string>? Remark, DateOnly Effective, Guid ReinstatedBy) : LedgerEvent, IAbout;

/// <summary>Grounds of a suspension; the stored names are part of the storage format.</summary>
public enum SuspensionGround
{
    /// <summary>What it rests on, or what the holder did, is being looked into.</summary>
    [JsonStringEnumMemberName("under-investigation")] UnderInvestigation,

    /// <summary>The holder does not meet the scheme's continuing requirements for now (ISO/IEC 17024, 9.5).</summary>
    [JsonStringEnumMemberName("requirements-unmet")] RequirementsUnmet,

    /// <summary>The holder asked for it.</summary>
    [JsonStringEnumMemberName("holder-request")] HolderRequest,
}
