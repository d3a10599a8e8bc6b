using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Works;

public sealed class RevokePermitScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Letter = new { reference = "สคช. 0102/2569" };

    [Fact]
    public async Task The_owner_takes_a_permission_back_once()
    {
        var permit = $"{await demo.Host.LogoAsync()}/permits/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", Letter)).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", Letter)).ShouldRecord(0);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", new { reference = "X" })).ShouldRefuse(409, "permit.already-revoked");
    }

    [Fact]
    public async Task Another_party_an_unknown_permit_and_a_missing_duty_are_refused()
    {
        var permit = $"{await demo.Host.LogoAsync()}/permits/{Guid.NewGuid()}";
        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", Letter)).ShouldRefuse(404, "permit.missing");
        (await demo.Host.PostAsync("work-officer-ocsc", $"{permit}/revocation", Letter)).ShouldRefuse(403, "work.not-the-owner");
        (await demo.Host.PostAsync("issuer", $"{permit}/revocation", Letter)).ShouldRefuse(403, "identity.duty-missing");
    }
}
