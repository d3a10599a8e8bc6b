using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class SignProposalScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task Each_party_signs_once_by_its_representative()
    {
        var id = Guid.NewGuid();
        (await ledger.SignAsync("ega", id)).ShouldRefuse(404, "proposal.missing");
        (await ledger.ProposeAsync("ega", "terminations", id, new { endsOn = "2099-01-01" })).ShouldRecord(1);
        (await ledger.Host.PostAsync("coordinator-ega", $"/api/agreement/proposals/{id}/signature")).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.SignAsync("ega", id)).ShouldRecord(1);
        (await ledger.SignAsync("ega", id)).ShouldRecord(0);
        (await ledger.SignAsync("ocsc", id)).ShouldRecord(1);
        (await ledger.SignAsync("tpqi", id)).ShouldRecord(2);
        var shown = (await ledger.Host.GetAsync("auditor", "/api/agreement/proposals")).Json[0];
        (shown.GetProperty("standing").GetString(), shown.GetProperty("kind").GetString(), shown.GetProperty("signatures").GetArrayLength()).ShouldBe(("in-effect", "termination", 3));
        (await ledger.Host.GetAsync("", "/api/agreement/proposals")).ShouldRefuse(401, "identity.missing");
    }
}
