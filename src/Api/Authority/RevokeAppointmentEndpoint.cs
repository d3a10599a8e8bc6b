using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Revokes an appointment.</summary>
public static class RevokeAppointmentEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(RevocationGround Ground) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(RevocationGround.Left);
    }

    /// <summary>End an appointment at once.</summary>
    [WolverinePost("/api/appointments/{appointmentId:guid}/revocation"), Gives<RevokeAppointment>]
    public static Task<IResult> Post(Guid appointmentId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RevokeAppointment, Appointment>(appointmentId, $"/api/appointments/{appointmentId}",
            async d => new RevokeAppointment(body.Ground).Decide(d.State, await d.Work.Agreement(token), d.By), token);
}
