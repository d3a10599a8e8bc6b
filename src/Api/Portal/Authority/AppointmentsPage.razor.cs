using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Projections.Authority;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Authority;

/// <summary>Whom an organisation appointed; its people appoint and revoke here.</summary>
public sealed partial class AppointmentsPage
{
    /// <summary>The appointments.</summary>
    [Parameter, EditorRequired] public required AppointmentsView View { get; set; }

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>The appointment whose revocation was refused; null for a new one.</summary>
    [Parameter] public Guid? Revoking { get; set; }

    /// <summary>Show it.</summary>
    [Serves<MakeAppointment>]
    public static Task<IResult> Get(Pages pages, WhoActs who, Viewer viewer, AuthorityCache authority, TimeProvider clock, CancellationToken token) =>
        pages.Over<AppointmentsView>(AppointmentsView.Get(who, viewer, authority, clock, token), view => pages.Show<AppointmentsPage>(new() { [nameof(View)] = view }));

    /// <summary>Appoint somebody.</summary>
    [Gives<MakeAppointment>, Form]
    public static async Task<IResult> Make(HttpContext http, Pages pages, Recorder recorder, WhoActs who, Viewer viewer, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Id("appointment") is { } id && entered.Id("person") is { } person && entered.Text("duty") is { Length: > 0 } duty && !entered.HasBadDay("from") && !entered.HasBadDay("until")
            ? MakeAppointmentEndpoint.Put(id, new(person, duty, entered.Day("from"), entered.Day("until")), recorder, token)
            : Entered.Refuse();
        return await pages.Done(recorded, "/appointments", "appointments.was-made", refused => Again(pages, AppointmentsView.Get(who, viewer, authority, clock, token), entered, refused, null));
    }

    /// <summary>Revoke an appointment.</summary>
    [Gives<RevokeAppointment>, Form]
    public static async Task<IResult> Revoke(Guid appointmentId, HttpContext http, Pages pages, Recorder recorder, WhoActs who, Viewer viewer, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        var recorded = (await Entered.In(http)).Choice<RevocationGround>("ground") is { } ground
            ? RevokeAppointmentEndpoint.Post(appointmentId, new(ground), recorder, token) : Entered.Refuse();
        return await pages.Done(recorded, "/appointments", "appointments.was-revoked", refused => Again(pages, AppointmentsView.Get(who, viewer, authority, clock, token), Entered.Nothing, refused, appointmentId));
    }

    private static Task<IResult> Again(Pages pages, Task<IResult> view, Entered entered, RefusedRequest refused, Guid? revoking) => pages.Over<AppointmentsView>(view, found =>
        pages.Show<AppointmentsPage>(new() { [nameof(View)] = found, [nameof(Entered)] = entered, [nameof(Refused)] = refused, [nameof(Revoking)] = revoking }, refused.Status));

    private string Days(AppointmentsView.Item item) =>
        item.Until is { } until ? L["appointments.days", L.Of(item.From), L.Of(until)] : L["appointments.days-open", L.Of(item.From)];

    private static string GroundWords(RevocationGround ground) => ground switch
    {
        RevocationGround.Left => "appointments.left",
        RevocationGround.Replaced => "appointments.replaced",
        RevocationGround.MadeInError => "appointments.made-in-error",
        RevocationGround.Misconduct => "appointments.misconduct",
        _ => "appointments.sign-in-compromised",
    };
}
