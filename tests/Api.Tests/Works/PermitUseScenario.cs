using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Works;

public sealed class PermitUseScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task The_owner_permits_a_use_once()
    {
        var work = await demo.Host.LogoAsync();
        var permit = $"{work}/permits/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody("CB-SERVICE"))).ShouldRefuse(409, "permit.already-granted");

        var shown = (await demo.Host.GetAsync("auditor", work)).Json.GetProperty("permits")[0];
        shown.GetProperty("user").GetString().ShouldBe("CB-DIGITAL");
        shown.GetProperty("places")[1].GetString().ShouldBe("public-page");
        shown.TryGetProperty("revokedFrom", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_party_an_unknown_work_a_bad_period_and_a_missing_duty_are_refused()
    {
        var permit = $"{await demo.Host.LogoAsync()}/permits/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-ega", permit, Clauses.PermitBody())).ShouldRefuse(403, "work.not-the-owner");
        (await demo.Host.PutAsync("work-officer-tpqi", $"/api/works/{Guid.NewGuid()}/permits/{Guid.NewGuid()}", Clauses.PermitBody())).ShouldRefuse(404, "work.missing");
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody(until: "2025-12-31"))).ShouldRefuse(422, "permit.bad-period");
        (await demo.Host.PutAsync("issuer", permit, Clauses.PermitBody())).ShouldRefuse(403, "identity.duty-missing");
    }
}
