using System.Net;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class ReplaceCredentialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string List = "/status/CB-DIGITAL/1";

    private string Path(Guid credential) => $"/api/credentials/{credential}/replacement";

    private async Task<System.Text.Json.JsonElement> ViewAsync(Guid credential) => (await demo.Host.GetAsync("auditor", $"/api/credentials/{credential}")).Json;

    [Fact]
    public async Task After_a_change_of_name_one_credential_takes_the_place_however_many_ask_at_once()
    {
        var old = await demo.CredentialAsync(601);
        (await demo.Host.PostAsync("issuer", Path(old))).ShouldRefuse(409, "credential.same-name");
        (await demo.Host.PostAsync("decider", Path(old))).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer", Path(Guid.NewGuid()))).ShouldRefuse(404, "credential.missing");
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{await demo.HolderAsync(old)}/name", Name("Mrs. New Name"))).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer-rsa", Path(old))).ShouldRefuse(403, "credential.other-body");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => demo.Host.PostAsync("issuer", Path(old))));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        foreach (var other in answers.Where(a => a.Status != 201)) other.Status.ShouldBeOneOf([200, 409], other.Text);
        var successor = answers.Single(a => a.Status == 201).Id;
        (await demo.Host.PostAsync("issuer", Path(old))).ShouldRecord(0).Id.ShouldBe(successor);
        (await demo.Host.EventsAsync(successor), await demo.Host.EventsAsync(old)).ShouldBe((1, 2));

        var (before, after) = (await ViewAsync(old), await ViewAsync(successor));
        before.GetProperty("standing").GetString().ShouldBe("replaced");
        before.GetProperty("replacedBy").GetGuid().ShouldBe(successor);
        after.GetProperty("standing").GetString().ShouldBe("valid");
        after.GetProperty("replaces").GetGuid().ShouldBe(old);
        foreach (var same in (string[])["validFrom", "validUntil", "scheme", "person"]) after.GetProperty(same).GetString().ShouldBe(before.GetProperty(same).GetString());
        foreach (var own in (string[])["number", "statusIndex", "sha256"]) after.GetProperty("document").GetProperty(own).ToString().ShouldNotBe(before.GetProperty("document").GetProperty(own).ToString());
        (await demo.Host.GetAsync("auditor", $"/api/people/{await demo.HolderAsync(old)}/profile")).Json.GetProperty("skills").EnumerateArray()
            .Single(s => s.GetProperty("status").GetString() == "certified").GetProperty("evidence").GetGuid().ShouldBe(successor);
    }

    [Fact]
    public async Task The_old_one_is_told_as_replaced_and_tells_neither_the_new_number_nor_the_new_name_and_the_new_one_is_valid_in_every_shape()
    {
        var old = await demo.CredentialAsync(602);
        var (document, view) = (await demo.DocumentAsync(old), await ViewAsync(old));
        var successor = await demo.ReplacedAsync(old, "Mrs. Entirely Other");
        var (newNumber, place) = ((await ViewAsync(successor)).GetProperty("document").GetProperty("number").GetString()!, view.GetProperty("document").GetProperty("statusIndex").GetInt64());

        await Eventually.BeAsync(async () => await demo.Host.JoseAsync(await demo.Host.TextAsync(List), "CB-DIGITAL", place), 1);
        (await demo.Host.JoseAsync(await demo.Host.TextAsync(List + "/revocation"), "CB-DIGITAL", place)).ShouldBe(1);
        var told = await demo.VerifiedAsync(document);
        told.Json.GetProperty("overall").GetString().ShouldBe("invalid");
        told.Json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "status").GetProperty("code").GetString().ShouldBe("status.revoked");
        told.Json.GetProperty("standing").GetProperty("code").GetString().ShouldBe("standing.replaced");
        var past = await demo.Host.PostAsync("", $"/api/verify?at={Today.Iso()}", new ByteArrayContent(document));
        past.Json.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ShouldContain("standing.replaced");

        var byNumber = await demo.Host.PostAsync("", "/api/verify/number", new { number = view.GetProperty("document").GetProperty("number").GetString(), code = view.GetProperty("checkCode").GetString(), name = "Entirely Other" });
        byNumber.Json.GetProperty("why").GetProperty("code").GetString().ShouldBe("standing.replaced", byNumber.Text);
        byNumber.Json.GetProperty("nameMatches").GetBoolean().ShouldBeFalse();

        var page = await PageAsync(document);
        page.ShouldContain("This credential is NOT valid.");
        page.ShouldContain("another one of the same certification took its place");
        page.ShouldContain("Ask the holder for the newer one");
        page.ShouldNotContain("status.revoked");
        foreach (var text in (string[])[told.Text, past.Text, byNumber.Text, page])
        {
            text.ShouldNotContain(newNumber);
            text.ShouldNotContain("Entirely Other");
            text.ShouldNotContain(successor.ToString());
        }

        using var client = demo.Host.App.Server.CreateClient();
        var trust = TrustList.Parse(await client.GetByteArrayAsync("/api/trust"));
        foreach (var format in (string[])["xml", "ob3", "sd-jwt", "png", "pdf"])
        {
            var made = await demo.DocumentAsync(successor, format);
            (await demo.VerifiedAsync(made)).Json.GetProperty("overall").GetString().ShouldBe("valid", format);
            Verify.Document(made, trust, null, DateTimeOffset.UtcNow).Content!.Holder.NameEn.ShouldBe("Mrs. Entirely Other", format);
        }
    }

    [Fact]
    public async Task A_replacement_is_replaced_and_revoked_as_any_other_and_nothing_is_done_to_what_was_replaced()
    {
        var old = await demo.CredentialAsync(603);
        var middle = await demo.ReplacedAsync(old, "Second Name");
        var last = await demo.ReplacedAsync(middle, "Third Name");
        (await ViewAsync(middle)).GetProperty("standing").GetString().ShouldBe("replaced");
        (await ViewAsync(middle)).GetProperty("replaces").GetGuid().ShouldBe(old);

        var ground = new { ground = "issued-in-error" };
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{old}/revocation", ground)).ShouldRefuse(409, "credential.is-replaced");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{middle}/suspension", new { ground = "holder-request" })).ShouldRefuse(409, "credential.is-replaced");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{last}/revocation", ground)).ShouldRecord(1);
        (await ViewAsync(old)).GetProperty("standing").GetString().ShouldBe("replaced");
        (await ViewAsync(last)).GetProperty("standing").GetString().ShouldBe("revoked");
        (await demo.Host.PostAsync("issuer", Path(middle))).ShouldRecord(0).Id.ShouldBe(last);
    }

    [Fact]
    public async Task What_is_under_notice_or_rests_on_withdrawn_evidence_keeps_its_name()
    {
        var noticed = await demo.CredentialAsync(604);
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{await demo.HolderAsync(noticed)}/name", Name("Noticed"))).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{noticed}/revocation/notice", RevocationCases.Notice())).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", Path(noticed))).ShouldRefuse(409, "credential.notice-waits");

        var person = await demo.PersonAsync(605);
        var result = await demo.ResultAsync(person);
        var decision = (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [await demo.CompletionAsync(person)]))).Id;
        var credential = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{person}/name", Name("Withdrawn"))).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", Path(credential))).ShouldRefuse(409, "credential.evidence-withdrawn");
    }

    private async Task<string> PageAsync(byte[] document)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Cookie", "ledger-language=en");
        using var form = new MultipartFormDataContent { { new StringContent(""), "at" }, { new ByteArrayContent(document), "document", "credential.xml" } };
        using var answer = await client.PostAsync("/verify", form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
