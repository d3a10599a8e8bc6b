using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class WithdrawShareLinkScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_link_that_is_taken_back_shows_nothing_at_once_and_for_good()
    {
        var link = await demo.LinkAsync("least");
        var secret = await demo.SecretAsync(link);
        (await demo.StrangerAsync("/verify/link", ("t", secret))).Status.ShouldBe(200);
        (await demo.Host.PostAsync("auditor", $"{ShareLinks.Own}/{link}/withdrawal")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("holder-2", $"/api/people/{DemoLedger.Trainee}/share-links/{link}/withdrawal")).ShouldRefuse(404, "share-link.missing");
        (await demo.Host.PostAsync("holder", $"{ShareLinks.Own}/{link}/withdrawal")).ShouldRecord(1);
        (await demo.Host.PostAsync("holder", $"{ShareLinks.Own}/{link}/withdrawal")).ShouldRecord(0);
        (await demo.Host.PostAsync("holder", $"{ShareLinks.Own}/{Guid.NewGuid()}/withdrawal")).ShouldRefuse(404, "share-link.missing");
        var (status, text) = await demo.StrangerAsync("/verify/link", ("t", secret));
        status.ShouldBe(404);
        text.ShouldContain("This link shows nothing");
        var seen = await demo.SeenAsync(link);
        (seen.GetProperty("works").GetBoolean(), seen.TryGetProperty("address", out _), seen.GetProperty("looks").GetArrayLength()).ShouldBe((false, false, 1));
    }
}
