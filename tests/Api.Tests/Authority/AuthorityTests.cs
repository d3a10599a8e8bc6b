using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Authority;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class AuthorityTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private LedgerHost Host => demo.Host;

    [Fact]
    public async Task An_auditor_replays_who_was_entitled_and_why_as_of_any_moment()
    {
        var before = DateTimeOffset.UtcNow;
        await Host.AccreditedAsync("CB-T");
        await Host.AppointedAsync("CB-T", "declare-results");
        var address = $"/api/entitlements/{Organisations.Newcomer}/declare-results";
        (await Host.GetAsync("newcomer", address)).ShouldRefuse(403, "identity.duty-missing");
        var answer = (await Host.GetAsync("auditor", address)).Json;
        var now = answer.GetProperty("entitled");
        now[0].GetProperty("organisation").GetString().ShouldBe("CB-T");
        now[0].GetProperty("authority").GetString().ShouldStartWith("appointment:");
        var then = (await Host.GetAsync("auditor", $"{address}?knownAt={before:yyyy-MM-ddTHH:mm:ss.ffffff}Z")).Json;
        then.GetProperty("entitled").GetArrayLength().ShouldBe(0);
        then.GetProperty("sequence").GetInt64().ShouldBeLessThan(answer.GetProperty("sequence").GetInt64());
        (await Host.GetAsync("auditor", $"/api/entitlements/{Organisations.Newcomer}/reign")).ShouldRefuse(404, "duty.unknown");
    }

    [Fact]
    public async Task An_auditor_reads_and_does_nothing_else()
    {
        (await Host.GetAsync("auditor", $"/api/people/{DemoLedger.Candidate}")).Status.ShouldBe(200);
        (await Host.ForWhomAsync("auditor", "read-records")).ShouldBe(["AUDIT"]);
        var appointment = new { person = new Guid("d0000000-0000-4000-8000-00000000000a"), duty = "issue-credentials" };
        (await Host.PutAsync("representative-tpqi", $"/api/appointments/{Guid.NewGuid()}", appointment)).ShouldRecord(1);
        (await Host.ForWhomAsync("auditor", "issue-credentials")).ShouldBeEmpty("whatever else an auditor is appointed to rests");
    }

    [Fact]
    public async Task A_party_is_answered_by_its_name_of_today_for_what_it_granted_before_the_succession() =>
        (await Host.ForWhomAsync("training-officer", "record-training")).ShouldBe(["DGA"]);

    [Fact]
    public async Task A_supervisor_sees_their_own_staff_and_nobody_else()
    {
        (await Host.GetAsync("supervisor", $"/api/people/{DemoLedger.Candidate}")).Status.ShouldBe(200);
        (await Host.GetAsync("supervisor", $"/api/people/{DemoLedger.Trainee}")).ShouldRefuse(403, "identity.duty-missing");
        (await Host.GetAsync("supervisor", $"/api/people/{Guid.NewGuid()}")).ShouldRefuse(403, "identity.duty-missing");
    }

    [Fact]
    public async Task An_agencys_reader_sees_its_own_people_and_is_told_of_nobody_else()
    {
        (await Host.GetAsync("agency-reader", $"/api/people/{DemoLedger.Trainee}")).Status.ShouldBe(200);
        (await Host.GetAsync("agency-reader", $"/api/people/{DemoLedger.Candidate}")).ShouldRefuse(404, "person.missing");
        (await Host.GetAsync("agency-reader", $"/api/people/{Guid.NewGuid()}")).ShouldRefuse(404, "person.missing");
    }

    [Fact]
    public async Task An_appointment_that_SQL_forged_or_changed_entitles_nobody_and_is_an_alarm()
    {
        await Host.AccreditedAsync("CB-F");
        await Host.AppointedAsync("CB-F", "declare-results");
        (await Host.ForWhomAsync("newcomer", "declare-results")).ShouldContain("CB-F");
        // The newcomer's appointment is turned into one of the supervisor's, and another is inserted as a copy of it.
        (await Host.TamperAsync("update ledger.mt_events set data = jsonb_set(data, '{person}', '\"d0000000-0000-4000-8000-0000000000f1\"') where type = 'appointment-made' and data ->> 'organisation' = 'CB-F'")).ShouldBe(1);
        var cache = new AuthorityCache(Host.Database, Host.Services.GetRequiredService<Verifier.Log.ApplicationMac>(), TimeProvider.System);
        var entitled = await cache.Current(default);
        entitled.Of(new("d0000000-0000-4000-8000-0000000000f1"), Domain.Kernel.Duties.DeclareResults, new(2200, 1, 1)).ShouldBeEmpty();
        entitled.Of(Organisations.Newcomer, Domain.Kernel.Duties.DeclareResults, new(2200, 1, 1)).ShouldNotContain(a => a.Organisation == "CB-F");
        cache.Distrusted.ShouldBe(1);
    }
}
