using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Appoints a person or a system to a duty.</summary>
public static class MakeAppointmentEndpoint
{
    /// <summary>What is asked; without a first day it is today.</summary>
    public sealed record Body(Guid Person, string Duty, DateOnly? From = null, DateOnly? Until = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("d0000000-0000-4000-8000-000000000003"), "record-training");
    }

    /// <summary>Appoint somebody to a duty for the caller's own organisation.</summary>
    [WolverinePut("/api/appointments/{appointmentId:guid}"), Gives<MakeAppointment>]
    public static Task<IResult> Put(Guid appointmentId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<MakeAppointment, Appointment>(appointmentId, $"/api/appointments/{appointmentId}", async d =>
        {
            var (person, system) = await Appointee(d.Work, body.Person, token);
            return new MakeAppointment(appointmentId, body.Person, body.Duty, body.From ?? d.State?.Made.From ?? d.Today, body.Until)
                .Decide(d.State, person, system, await d.Work.Agreement(token), await d.Work.Accreditations(d.By.Organisation, token), d.By, d.Today);
        }, token);

    private static async Task<(Person?, AgencySystem?)> Appointee(UnitOfWork work, Guid id, CancellationToken token)
    {
        try
        {
            return (await work.Fold<Person>(id, token), null);
        }
        catch (OtherStreamException)
        {
            return (null, await work.Fold<AgencySystem>(id, token));
        }
    }
}
