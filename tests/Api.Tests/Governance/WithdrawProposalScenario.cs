using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class WithdrawProposalScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task A_proposal_is_taken_back_by_the_party_that_made_it()
    {
        var id = Guid.NewGuid();
        var path = $"/api/agreement/proposals/{id}/withdrawal";
        (await ledger.Host.PostAsync("coordinator-ega", path)).ShouldRefuse(404, "proposal.missing");
        (await ledger.ProposeAsync("ega", "terminations", id, new { endsOn = "2099-01-01" })).ShouldRecord(1);
        (await ledger.Host.PostAsync("coordinator-ocsc", path)).ShouldRefuse(403, "proposal.other-party");
        (await ledger.Host.PostAsync("representative-ega", path)).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.Host.PostAsync("coordinator-ega", path)).ShouldRecord(1);
        (await ledger.Host.PostAsync("coordinator-ega", path)).ShouldRecord(0);
        (await ledger.SignAsync("tpqi", id)).ShouldRefuse(409, "proposal.withdrawn");
    }
}
