using System.Text.Json;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>A key counts as it was known at the moment; that it was stolen before that, and found out later, is known since.</summary>
public sealed class VerifyPastKeysScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_compromise_reported_later_is_told_apart_from_the_answer_of_then()
    {
        var held = await demo.Host.HeldAsync("CB-DIGITAL");
        var document = (await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}/document")).Text;
        async Task<JsonElement> VerifyAsync(string at) => (await demo.Host.PostAsync("", $"/api/verify?at={at}", new StringContent(document))).Json;
        static string[] Told(JsonElement a) => [.. a.GetProperty("knownSince").GetProperty("events").EnumerateArray().Select(e => e.GetProperty("code").GetString()!)];

        var then = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("accreditor", $"/api/signing-keys/{held.Key}/compromise", new { from = SigningKeys.Day(-30), reference = "สคช. 0102/9" })).ShouldRecord(1);
        await demo.Host.ToldAsync("CB-DIGITAL", k => k.KeyId == held.Key && k.CompromisedFrom is not null);

        var past = await VerifyAsync(then);
        past.GetProperty("overall").GetString().ShouldBe("valid", "nobody knew");
        past.GetProperty("knownSince").GetProperty("answer").GetString().ShouldNotBe("valid");
        Told(past).ShouldBe(["since.signing-key-compromised"]);

        var now = await VerifyAsync(await demo.Host.MomentAsync());
        now.GetProperty("overall").GetString().ShouldNotBe("valid");
        Told(now).ShouldBeEmpty();
    }
}
