using System.Text.Json;
using CredentialLedger.Api.Tests.Imports;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>A document as of a past moment: the answer that was true then, and what has become known since, told apart.</summary>
public sealed class VerifyPastScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<JsonElement> VerifyAsync(byte[] document, string at)
    {
        var answer = await demo.Host.PostAsync("", $"/api/verify?at={Uri.EscapeDataString(at)}", new ByteArrayContent(document));
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private async Task<byte[]> DocumentAsync(Guid credential)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{credential}/document");
    }

    private static string Overall(JsonElement answer) => answer.GetProperty("overall").GetString()!;

    private static string[] Codes(JsonElement answer) => [.. answer.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];

    private static string[] Told(JsonElement answer) => [.. answer.GetProperty("knownSince").GetProperty("events").EnumerateArray().Select(c => c.GetProperty("type").GetString()!)];

    [Fact]
    public async Task A_credential_that_was_revoked_later_was_valid_then_and_the_revocation_is_known_since()
    {
        var credential = await demo.CredentialAsync(1);
        var document = await DocumentAsync(credential);
        var then = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);

        var past = await VerifyAsync(document, then);
        Overall(past).ShouldBe("valid");
        Codes(past).ShouldBe(["standing.valid", "deciding.entitled", "issuing.entitled", "framework.known"]);
        Told(past).ShouldBe(["credential-revoked"]);
        past.GetProperty("knownSince").GetProperty("answer").GetString().ShouldBe("invalid");

        var now = await VerifyAsync(document, await demo.Host.MomentAsync());
        Overall(now).ShouldBe("invalid");
        Codes(now)[0].ShouldBe("standing.revoked");
        Told(now).ShouldBeEmpty();
        now.GetProperty("sequence").GetInt64().ShouldBe(past.GetProperty("knownSince").GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_suspension_and_its_end_are_told_as_of_the_moments_between_them()
    {
        var path = $"/api/credentials/{await demo.CredentialAsync(3)}";
        var document = await DocumentAsync(Guid.Parse(path.Split('/')[^1]));
        var before = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("revoker", $"{path}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        var during = await demo.Host.MomentAsync();
        var suspended = await VerifyAsync(document, before);
        (Overall(suspended), string.Join(' ', Told(suspended))).ShouldBe(("valid", "credential-suspended"));
        (await demo.Host.PostAsync("revoker", $"{path}/reinstatement", new { })).ShouldRecord(1);

        var then = await VerifyAsync(document, during);
        (Overall(then), Codes(then)[0], string.Join(' ', Told(then))).ShouldBe(("invalid", "standing.suspended", "credential-reinstated"));
        then.GetProperty("knownSince").GetProperty("answer").GetString().ShouldBe("valid");
        Overall(await VerifyAsync(document, await demo.Host.MomentAsync())).ShouldBe("valid");
    }

    [Fact]
    public async Task The_answer_names_the_authority_and_the_framework_of_then_and_no_person()
    {
        var past = await VerifyAsync(await DocumentAsync(demo.Credential), await demo.Host.MomentAsync());
        foreach (var (act, duty) in new[] { ("deciding", "decide-certification"), ("issuing", "issue-credentials") })
        {
            past.GetProperty(act).GetProperty("organisation").GetString().ShouldBe("CB-DIGITAL");
            past.GetProperty(act).GetProperty("duty").GetString().ShouldBe(duty);
            past.GetProperty(act).GetProperty("authority").GetString().ShouldBe("appointment");
            past.GetProperty(act).GetProperty("entitled").GetBoolean().ShouldBeTrue();
        }
        past.GetProperty("framework").GetProperty("code").GetString().ShouldBe("TPQI-2560");
        var text = past.GetRawText();
        foreach (var person in new[] { DemoLedger.Candidate, new("d0000000-0000-4000-8000-000000000005"), new("d0000000-0000-4000-8000-000000000006") })
            text.ShouldNotContain(person.ToString());
        text.ShouldNotContain("issued-in-error");
    }

    [Fact]
    public async Task Before_it_was_recorded_nothing_was_valid()
    {
        var before = await demo.Host.MomentAsync();
        var document = await DocumentAsync(await demo.CredentialAsync(2));
        var past = await VerifyAsync(document, before);
        Overall(past).ShouldNotBe("valid");
        Codes(past).Take(3).ShouldBe(["standing.not-recorded", "deciding.not-recorded", "issuing.not-recorded"]);
        past.GetProperty("sequence").GetInt64().ShouldBe(0);
        Told(past).ShouldBe(["credential-issued"]);
        Overall(await VerifyAsync(document, "2020-01-01")).ShouldBe("invalid", "before its first day");
    }

    [Fact]
    public async Task A_document_that_is_not_the_ledgers_own_gets_the_verifiers_verdict_alone()
    {
        var past = await VerifyAsync("<x/>"u8.ToArray(), "2026-01-01");
        Overall(past).ShouldBe("invalid");
        past.GetProperty("checks").GetArrayLength().ShouldBe(0);
        past.GetProperty("verdict").GetProperty("format").GetString().ShouldBe("credentialledger-verdict-1");
        past.TryGetProperty("knownSince", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_moment_that_has_not_come_is_refused() =>
        (await demo.Host.PostAsync("", "/api/verify?at=2200-01-01", new ByteArrayContent("<x/>"u8.ToArray()))).ShouldRefuse(400, "request.future-moment");
}

/// <summary>What becomes known of whoever issued, and of the framework, takes nothing from the answer of then; these change the body for good, so they have a ledger of their own.</summary>
public sealed class VerifyPastAuthorityScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_accreditation_suspended_and_a_framework_version_published_later_are_told_apart()
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"/api/credentials/{demo.Credential}/document");
        async Task<JsonElement> VerifyAsync(string at) => (await demo.Host.PostAsync("", $"/api/verify?at={at}", new ByteArrayContent(document))).Json;
        string Standing(JsonElement a) => a.GetProperty("body").GetProperty("accreditations")[0].GetProperty("standing").GetString()!;

        var then = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("accreditor", "/api/organisations/CB-DIGITAL/accreditations/certification-body/suspension", new { reference = "สคช. 0102/1" })).ShouldRecord(1);
        (await demo.Host.PutAsync("framework-keeper", "/api/frameworks/TPQI-2570", ImportRig.Csv("kind,code,title_en,source,certainty", "unit,CEC-BCTZ-001,One,test,synthetic"))).ShouldRecord(1);

        var past = await VerifyAsync(then);
        past.GetProperty("overall").GetString().ShouldBe("valid");
        Standing(past).ShouldBe("in-force");
        past.GetProperty("issuing").GetProperty("entitledAt").GetBoolean().ShouldBeTrue();
        past.GetProperty("knownSince").GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString())
            .ShouldBe(["accreditation-suspended", "framework-version-imported"]);

        var now = await VerifyAsync(await demo.Host.MomentAsync());
        now.GetProperty("overall").GetString().ShouldBe("valid", "what was issued under authority stays valid when the body is suspended");
        Standing(now).ShouldBe("suspended");
        now.GetProperty("issuing").GetProperty("entitled").GetBoolean().ShouldBeTrue("when it was issued");
        now.GetProperty("issuing").GetProperty("entitledAt").GetBoolean().ShouldBeFalse("and not any more");
        now.GetProperty("knownSince").GetProperty("events").GetArrayLength().ShouldBe(0);
    }
}
