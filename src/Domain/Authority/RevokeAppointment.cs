using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>End an appointment at once, by the organisation that made it.</summary>
public sealed record RevokeAppointment(RevocationGround Ground) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Appoint;

    /// <summary>Only the organisation that appointed revokes.</summary>
    public static readonly Rejection OtherOrganisation = new("appointment.other-organisation", RejectionKind.Forbidden);

    /// <summary>It was revoked before, on another ground or by someone else.</summary>
    public static readonly Rejection AlreadyRevoked = new("appointment.already-revoked", RejectionKind.Conflict);

    /// <summary>Decide on the appointment's stream.</summary>
    public Outcome Decide(Appointment? appointment, Agreement? agreement, Actor by)
    {
        if (appointment is not { Made: var made }) return Appointment.Missing;
        if (made.Organisation != by.Organisation && agreement?.Party(by.Organisation)?.Answers(made.Organisation) != true) return OtherOrganisation;
        if (appointment.Revoked is { } before) return (before.Ground, before.By) == (Ground, by.Person) ? Outcome.NothingToDo : AlreadyRevoked;
        return new AppointmentRevoked(made.Person, made.Appointment, Ground, by.Person);
    }
}
