using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class RuleOnAppealScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task The_party_that_certifies_upholds_an_appeal_and_the_credential_counts_as_never_revoked()
    {
        var (credential, _) = demo.Paths();
        var path = $"{credential}/revocation/ruling";
        var ruling = new { ruling = "upheld", reasons = "เป็นผลงานของผู้ถือใบรับรอง" };
        var newcomer = (await demo.Host.GetAsync("newcomer", "/api/me")).Json.GetProperty("person").GetGuid();
        (await demo.Host.PutAsync("representative-tpqi", $"/api/appointments/{Guid.NewGuid()}", new { person = newcomer, duty = "revoke-credentials" })).ShouldRecord(1);
        (await demo.Host.PostAsync("newcomer", path, ruling)).ShouldRefuse(409, "revocation.no-appeal");
        await demo.AppealedAsync();
        var revoked = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("decider", path, ruling)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", path, ruling)).ShouldRefuse(403, "revocation.outside-mandate");
        foreach (var hand in new[] { "issuer", "revoker" }) (await demo.Host.PostAsync(hand, path, ruling)).ShouldRefuse(403, "revocation.same-hand");
        (await demo.Host.PostAsync("newcomer", path, new { ruling = "upheld" })).ShouldRefuse(422, "revocation.no-reasons");
        (await demo.Host.PostAsync("newcomer", path, ruling)).ShouldRecord(1);
        (await demo.Host.PostAsync("newcomer", path, ruling)).ShouldRecord(0);
        (await demo.Host.PostAsync("newcomer", path, new { ruling = "dismissed", reasons = "ก" })).ShouldRefuse(409, "revocation.already-ruled");

        (await demo.Host.GetAsync("holder", credential)).Json.GetProperty("standing").GetString().ShouldBe("valid");
        var then = (await demo.Host.GetAsync("holder", $"{credential}?asOf={revoked}")).Json;
        then.GetProperty("standing").GetString().ShouldBe("revoked", "that is what was known");
        then.GetProperty("knownSince").GetProperty("answer").GetString().ShouldBe("valid");
        then.GetProperty("knownSince").GetProperty("events")[0].GetProperty("code").GetString().ShouldBe("since.appeal-upheld");

        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"{credential}/document");
        await Eventually.BeAsync(async () => (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(document))).Json.GetProperty("overall").GetString(), "valid");
        var timeline = (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/timeline")).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("type").GetString());
        timeline.TakeLast(5).ShouldBe(["revocation-notified", "revocation-answered", "credential-revoked", "revocation-appealed", "appeal-upheld"]);
    }
}
