using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Whom an organisation appointed, and to what it can appoint; shown to who appoints for it. People are ids here, as everywhere: a name is in the person's record alone.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Appointable">Codes of the duties to which it can appoint today.</param>
/// <param name="Appointments">Every appointment, the latest first day first.</param>
public sealed record AppointmentsView(string Organisation, IReadOnlyList<string> Appointable, IReadOnlyList<AppointmentsView.Item> Appointments)
{
    /// <summary>One appointment, and whether its dates entitle today.</summary>
    public sealed record Item(Guid Id, Guid Person, string Duty, string Clause, DateOnly From, DateOnly? Until, bool InForce, RevocationGround? Revoked);

    /// <summary>Show the appointments of the caller's organisation.</summary>
    [WolverineGet("/api/appointments"), Serves<MakeAppointment>]
    public static async Task<IResult> Get(WhoActs who, Viewer viewer, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        var (actor, refusal) = await who.Under(Duties.Appoint, token);
        if (actor is not { Organisation: var organisation }) return refusal!;
        var (entitlements, today) = (await authority.Current(token), clock.ThaiToday());
        Item[] items = [.. entitlements.AppointmentsOf(organisation).OrderByDescending(a => a.Made.From).ThenBy(a => a.Made.Duty, StringComparer.Ordinal).Select(a => Of(a, today))];
        return await viewer.List(actor, "appointments", organisation, items.DistinctBy(i => i.Person).Count(),
            new AppointmentsView(organisation, [.. entitlements.AppointableBy(organisation, today).Select(d => d.Code)], items), token);
    }

    private static Item Of(Appointment a, DateOnly today) =>
        new(a.Made.Appointment, a.Made.Person, a.Made.Duty, a.Made.Clause, a.Made.From, a.Made.Until, a.InForceOn(today), a.Revoked?.Ground);
}
