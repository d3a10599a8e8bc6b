using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeTerminationScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task Agreed_by_all_three_the_agreement_ends_at_once_and_cannot_be_amended()
    {
        (await ledger.ProposeAsync("ega", "terminations", Guid.NewGuid(), new { endsOn = "2020-01-01" })).ShouldRefuse(422, "termination.past-date");
        var id = await ledger.ProposesOnceAsync("terminations", new { }, new { endsOn = "2099-01-01" });
        await ledger.SignAllAsync(id);
        (await ledger.Host.GetAsync("", "/api/agreement")).Json.GetProperty("inForce").GetBoolean().ShouldBeFalse();
        (await ledger.ProposeAsync("ega", "amendments", Guid.NewGuid(), new { text = "ก", changes = Array.Empty<object>() })).ShouldRefuse(403, "identity.duty-missing"); // the mandate to coordinate ended with it
    }
}
