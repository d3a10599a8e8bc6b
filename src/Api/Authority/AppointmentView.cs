using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>An appointment: who does what, for whom, under which mandate, and since when not any more.</summary>
public sealed record AppointmentView(Guid Id, Guid Person, string Organisation, string Duty, string Clause, DateOnly From, DateOnly? Until, Guid By, RevocationGround? Revoked)
{
    /// <summary>Show an appointment.</summary>
    [WolverineGet("/api/appointments/{appointmentId:guid}"), Personal("appointment")]
    public static Task<IResult> Get(Guid appointmentId, Viewer viewer, CancellationToken token) =>
        viewer.Personal<Appointment>(appointmentId, Appointment.Missing, a => a.Made.Person, a => Of(a.Made, a.Revoked), token);

    private static AppointmentView Of(AppointmentMade a, AppointmentRevoked? revoked) =>
        new(a.Appointment, a.Person, a.Organisation, a.Duty, a.Clause, a.From, a.Until, a.By, revoked?.Ground);
}
