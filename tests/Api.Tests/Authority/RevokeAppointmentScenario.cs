using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Authority;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class RevokeAppointmentScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly object Left = new { ground = "left" };

    private async Task<string> AppointedAsync()
    {
        var path = $"/api/appointments/{Guid.NewGuid()}";
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-schemes"))).ShouldRecord(1);
        return path;
    }

    [Fact]
    public async Task A_revoked_appointment_entitles_to_nothing_from_the_next_request_on()
    {
        var path = await AppointedAsync();
        (await host.PostAsync("newcomer", $"{path}/revocation", Left)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("representative-ocsc", $"{path}/revocation", Left)).ShouldRefuse(403, "appointment.other-organisation");
        (await host.PostAsync("representative-tpqi", $"{path}/revocation", Left)).ShouldRecord(1);
        (await host.ForWhomAsync("newcomer", "keep-schemes")).ShouldBeEmpty();
        (await host.PostAsync("representative-tpqi", $"{path}/revocation", Left)).ShouldRecord(0);
        (await host.PostAsync("representative-tpqi", $"{path}/revocation", new { ground = "misconduct" })).ShouldRefuse(409, "appointment.already-revoked");
        (await host.PutAsync("newcomer", $"/api/schemes/{Guid.NewGuid()}", new { })).ShouldRefuse(403, "identity.duty-missing");
    }

    [Fact]
    public async Task On_another_node_it_stops_working_within_a_second()
    {
        var path = await AppointedAsync();
        await using var other = await LedgerHost.StartAsync(host.ConnectionString, host.Folder);
        var elsewhere = other.Services.GetRequiredService<AuthorityCache>();
        async Task<int> Entitled() => (await elsewhere.Current(default)).Of(Organisations.Newcomer, Domain.Kernel.Duties.KeepSchemes, new(2200, 1, 1)).Count;
        (await Entitled()).ShouldBe(1);
        (await host.PostAsync("representative-tpqi", $"{path}/revocation", Left)).ShouldRecord(1);
        var clock = TimeProvider.System;
        var revoked = clock.GetTimestamp();
        while (await Entitled() > 0) clock.GetElapsedTime(revoked).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
