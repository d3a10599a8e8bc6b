using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

// The storage format of appointments: add, never rename.

/// <summary>An organisation appointed somebody to a duty.</summary>
/// <param name="Person">The person or system appointed.</param>
/// <param name="Appointment">The appointment, and the stream.</param>
/// <param name="Organisation">Code of the organisation, for which the duty is done.</param>
/// <param name="Duty">Code of the duty.</param>
/// <param name="Clause">The mandate that the duty comes from, the party's own or the accreditation's.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="By">Who appointed.</param>
[Stored("person", "appointment", "organisation", "duty", "clause", "from", "until", "by")]
public sealed record AppointmentMade(Guid Person, Guid Appointment, string Organisation, string Duty, string Clause,
    DateOnly From, DateOnly? Until, Guid By) : LedgerEvent, IAbout;

/// <summary>An appointment was revoked, at once.</summary>
/// <param name="Person">The person or system appointed.</param>
/// <param name="Appointment">The appointment.</param>
/// <param name="Ground">Why.</param>
/// <param name="By">Who revoked it.</param>
[Stored("person", "appointment", "ground", "by")]
public sealed record AppointmentRevoked(Guid Person, Guid Appointment, RevocationGround Ground, Guid By) : LedgerEvent, IAbout;

/// <summary>Why an appointment ends before its time; the stored names are part of the storage format.</summary>
public enum RevocationGround
{
    /// <summary>The person moved, retired or resigned.</summary>
    [JsonStringEnumMemberName("left")] Left,

    /// <summary>Somebody else took over the duty.</summary>
    [JsonStringEnumMemberName("replaced")] Replaced,

    /// <summary>Made for the wrong person or duty.</summary>
    [JsonStringEnumMemberName("made-in-error")] MadeInError,

    /// <summary>The person is under inquiry or was found to have done wrong.</summary>
    [JsonStringEnumMemberName("misconduct")] Misconduct,

    /// <summary>The person's means of signing in are in other hands.</summary>
    [JsonStringEnumMemberName("sign-in-compromised")] SignInCompromised,
}
