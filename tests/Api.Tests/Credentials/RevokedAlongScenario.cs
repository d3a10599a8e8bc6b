using CredentialLedger.Api.Tests.Portal;
using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>A renewal rests on what it renews: what is revoked for fraud takes it along, by one notice, one decision and one appeal.</summary>
public sealed class RevokedAlongScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task Who_is_revoked_for_fraud_loses_the_renewal_too_and_gets_both_back_by_one_appeal()
    {
        var (credential, own) = demo.Paths();
        var newcomer = (await demo.Host.GetAsync("newcomer", "/api/me")).Json.GetProperty("person").GetGuid();
        (await demo.Host.PutAsync("representative-tpqi", $"/api/appointments/{Guid.NewGuid()}", new { person = newcomer, duty = "revoke-credentials" })).ShouldRecord(1);
        await demo.DatedAsync(demo.Credential, new(2024, 1, 1), Today.AddDays(30));
        await demo.NotifiedAsync(); // before there is a renewal
        var course = await demo.CourseAgainAsync(DemoLedger.Candidate);
        var decision = (await demo.Host.PostAsync("decider", $"{credential}/renewal", new { ruling = "granted", completions = new[] { course } })).ShouldRecord(1).Id;
        var renewal = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        (await demo.Host.PostAsync("holder", $"{own}/answer", new { answer = "เป็นผลงานของข้าพเจ้า" })).ShouldRecord(1);
        var revoked = new { ruling = "revoked", reasons = "ฟังไม่ขึ้น" };
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation/decision", revoked)).ShouldRefuse(409, "revocation.renewal-not-named");
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation/decision", new { ruling = "dropped", reasons = "ต้องแจ้งใหม่" })).ShouldRecord(1);

        (await demo.Host.PostAsync("revoker", $"{credential}/revocation", new { ground = "holder-request" })).ShouldRefuse(409, "credential.renewed");
        (await demo.Host.PostAsync("issuer", $"{credential}/revocation/notice", RevocationCases.Notice(ground: "issued-in-error"))).ShouldRefuse(409, "credential.renewed");
        await demo.AnsweredAsync();
        var notice = (await demo.Host.GetAsync("holder", $"{credential}/revocation")).Json.GetProperty("notice");
        notice.GetProperty("renewals")[0].GetGuid().ShouldBe(renewal, "the holder is heard on it");
        (await demo.Host.PostAsync("issuer", $"{credential}/revocation/decision", revoked)).Status.ShouldBe(403);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => demo.Host.PostAsync("revoker", $"{credential}/revocation/decision", revoked)));
        answers.Count(a => a.Status == 200 && a.Recorded == 1).ShouldBe(1);
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation/decision", revoked)).ShouldRecord(0);

        foreach (var (id, with) in new[] { (demo.Credential, (Guid?)null), (renewal, demo.Credential) })
        {
            var shown = (await demo.Host.GetAsync("auditor", $"/api/credentials/{id}")).Json;
            (shown.GetProperty("standing").GetString(), shown.GetProperty("ground").GetString()).ShouldBe(("revoked", "fraud"));
            (shown.TryGetProperty("revokedWith", out var other) && other.ValueKind is not System.Text.Json.JsonValueKind.Null ? other.GetGuid() : (Guid?)null).ShouldBe(with);
        }
        await Eventually.BeAsync(async () => (await demo.VerifiedAsync(await demo.DocumentAsync(renewal))).Text.Contains("status.revoked", StringComparison.Ordinal), true);
        using (var reader = await demo.BrowserAsync("auditor"))
        {
            (await reader.ReadAsync($"/credentials/{demo.Credential}")).ShouldContain($"href=\"/credentials/{renewal}\">Its later renewal is part of this");
            (await reader.ReadAsync($"/credentials/{renewal}")).ShouldContain($"href=\"/credentials/{demo.Credential}\">Revoked with the certificate that it renews");
        }

        var objection = new { reasons = "ไม่ได้ดูหนังสือรับรอง" };
        (await demo.Host.PostAsync("holder", $"/api/people/{DemoLedger.Candidate}/credentials/{renewal}/appeal", objection)).ShouldRefuse(409, "revocation.taken-along");
        (await demo.Host.PostAsync("holder", $"{own}/appeal", objection)).ShouldRecord(1);
        (await demo.Host.PostAsync("decider-rsa", $"{credential}/revocation/ruling", new { ruling = "upheld", reasons = "x" })).Status.ShouldBe(403);
        (await demo.Host.PostAsync("newcomer", $"{credential}/revocation/ruling", new { ruling = "upheld", reasons = "ฟังขึ้น" })).ShouldRecord(1);
        (await demo.Host.GetAsync("auditor", $"/api/credentials/{renewal}")).Json.GetProperty("standing").GetString().ShouldBe("not-yet-valid");

        // Revoked again after all, it takes the renewal along again.
        await demo.RevokedAsync();
        (await demo.Host.GetAsync("auditor", $"/api/credentials/{renewal}")).Json.GetProperty("standing").GetString().ShouldBe("revoked");
    }
}
