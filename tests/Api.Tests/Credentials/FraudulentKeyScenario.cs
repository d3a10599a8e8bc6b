using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>A key is declared fraudulent under credentials that stand in every way: none counts, each says why, and what can be done about them goes on.</summary>
public sealed class FraudulentKeyScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly string[] Formats = ["xml", "ob3", "sd-jwt", "png", "pdf"];

    [Fact]
    public async Task No_credential_that_it_signed_counts_however_it_stood_and_nothing_new_follows_from_it()
    {
        var (standing, suspended, revoked, replaced) = (await demo.CredentialAsync(9960), await demo.CredentialAsync(9961), await demo.CredentialAsync(9962), await demo.CredentialAsync(9963));
        var (expired, renewable) = (await demo.CredentialAsync(9964), await demo.CredentialAsync(9965));
        (await demo.Host.PostAsync("revoker", $"{Path(suspended)}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"{Path(revoked)}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        var successor = await demo.ReplacedAsync(replaced);
        await demo.DatedAsync(expired, new(2024, 1, 1), Today.AddDays(-10));
        await demo.DatedAsync(renewable, new(2024, 1, 1), Today.AddDays(30));
        var decision = (await demo.Host.PostAsync("decider", $"{Path(renewable)}/renewal", new { ruling = "granted", completions = new[] { await demo.CourseAgainAsync(await demo.HolderAsync(renewable)) } })).ShouldRecord(1).Id;
        var all = new[] { standing, suspended, revoked, replaced, successor, expired, renewable };
        var documents = new Dictionary<(Guid, string), byte[]>();
        foreach (var credential in all)
        {
            foreach (var format in Formats) documents[(credential, format)] = await demo.DocumentAsync(credential, format);
        }
        var stood = await StandingsAsync(all);
        var before = await demo.Host.MomentAsync();

        var held = await demo.Host.HeldAsync("CB-DIGITAL");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => demo.Host.PostAsync("accreditor", $"/api/signing-keys/{held.Key}/fraud", new { reference = "สคช. 0102/78" })));
        answers.Count(a => a.Status == 200 && a.Recorded == 1).ShouldBe(1);
        await demo.Host.ToldAsync("CB-DIGITAL", k => k.KeyId == held.Key && k.IsFraudulent);

        foreach (var credential in all)
        {
            foreach (var format in Formats)
            {
                var verdict = await demo.VerifiedAsync(documents[(credential, format)]);
                verdict.Json.GetProperty("overall").GetString().ShouldBe("invalid", $"{format} {verdict.Text}");
                Codes(verdict.Json).ShouldContain("key.fraudulent", format);
            }
            var past = (await demo.Host.PostAsync("", $"/api/verify?at={before}", new ByteArrayContent(documents[(credential, "xml")]))).Json;
            past.GetProperty("knownSince").GetProperty("answer").GetString().ShouldBe("invalid");
            past.GetProperty("knownSince").GetProperty("events").EnumerateArray().Select(e => e.GetProperty("code").GetString()).ShouldContain("since.signing-key-declared-fraudulent");
        }
        (await StandingsAsync(all)).ShouldBe(stood, "nobody is revoked unheard by what a key did");

        var view = (await demo.Host.GetAsync("auditor", Path(standing))).Json;
        var byNumber = await demo.Host.PostAsync("", "/api/verify/number", new { number = view.GetProperty("document").GetProperty("number").GetString(), code = view.GetProperty("checkCode").GetString() });
        byNumber.Json.GetProperty("overall").GetString().ShouldBe("invalid", byNumber.Text);
        byNumber.Text.ShouldContain("key.fraudulent");

        // Nothing new is signed by it, whatever it would follow from.
        foreach (var format in Formats[1..]) (await demo.Host.GetAsync("auditor", $"{Path(standing)}/document?format={format}")).ShouldRefuse(406, "credential.unknown-format");
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRefuse(409, "signing-key.fraudulent");
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{await demo.HolderAsync(standing)}/name", Name("Renamed Since"))).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", $"{Path(standing)}/replacement")).ShouldRefuse(409, "signing-key.fraudulent");
        (await demo.Host.PostAsync("decider", $"/api/decisions/{decision}/setting-aside", new { reasons = "กุญแจไม่ใช่ของหน่วยงาน" })).ShouldRefuse(409, "decision.still-open"); // another key can

        // What is done about credentials goes on, and is published.
        (await demo.Host.PostAsync("revoker", $"{Path(suspended)}/reinstatement", new { })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"{Path(standing)}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"{Path(replaced)}/revocation", new { ground = "issued-in-error" })).ShouldRefuse(409, "credential.is-replaced");
        (await demo.Host.PostAsync("revoker", $"{Path(successor)}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        (await StandingsAsync([suspended, standing, successor])).ShouldBe(["valid", "suspended", "revoked"]);
        Codes((await demo.VerifiedAsync(documents[(suspended, "xml")])).Json).ShouldContain("key.fraudulent", "to reinstate makes no key the body's");
    }

    private async Task<List<string?>> StandingsAsync(Guid[] credentials)
    {
        var standings = new List<string?>();
        foreach (var credential in credentials) standings.Add((await demo.Host.GetAsync("auditor", Path(credential))).Json.GetProperty("standing").GetString());
        return standings;
    }

    private static IEnumerable<string?> Codes(JsonElement verdict) => verdict.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("code").GetString());

    private static string Path(Guid credential) => $"/api/credentials/{credential}";
}
