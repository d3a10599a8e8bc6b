using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>The daily work of a certification body's officers by the portal: decide, issue one, order many, find what waits.</summary>
public sealed class CertificationPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_issuer_issues_one_credential_and_orders_a_batch_and_reads_how_far_it_is()
    {
        var (one, chosen, written, missing) = (await demo.DecisionAsync(9201), await demo.DecisionAsync(9202), await demo.DecisionAsync(9203), Guid.NewGuid());
        using var issuer = await demo.BrowserAsync("issuer");
        var page = await issuer.ReadAsync("/certification");
        foreach (var decision in (Guid[])[one, chosen, written]) page.ShouldContain($"/decisions/{decision}\"");
        (await issuer.ReadAsync($"/decisions/{one}")).ShouldContain("It was not issued yet.");

        var issued = await issuer.PostAsync($"/decisions/{one}/credential", Form(page, $"/decisions/{one}/credential"));
        (issued.Status, issued.Location).ShouldBe((303, $"/credentials/{Credential.IdOf(one)}"));
        (await issuer.ReadAsync(issued.Location)).ShouldContain("The credential was issued.");
        (await issuer.ReadAsync($"/decisions/{one}")).ShouldContain("Open the credential");

        // No body came along that could be JSON: what is wrong stands in the address.
        var odd = await issuer.GetAsync("/certification?after=x");
        odd.Status.ShouldBe(400);
        odd.Text.ShouldContain(Sentences.English("request.malformed-query"));

        page = await issuer.ReadAsync("/certification?all=yes");
        page.ShouldNotContain($"/decisions/{one}\"");
        page.Split("type=\"checkbox\"")[1].ShouldContain("checked");
        var form = Form(page, "/batches");
        var unreadable = await issuer.PostAsync("/batches", [.. form, Field("decision", chosen), Field("list", "not an id")]);
        unreadable.Status.ShouldBe(422);
        unreadable.Text.ShouldContain("not an id", customMessage: "what was written is kept");
        var ordered = await issuer.PostAsync("/batches", [.. form, Field("decision", chosen), Field("list", $"{written}\r\n{missing}")]);
        ordered.Status.ShouldBe(303, WebUtility.HtmlDecode(ordered.Text));
        (await issuer.PostAsync("/batches", [.. form, Field("decision", chosen), Field("list", $"{written}\r\n{missing}")])).Location.ShouldBe(ordered.Location);

        await Eventually.BeAsync(async () => (await issuer.ReadAsync(ordered.Location)).Contains("3 of 3 dealt with", StringComparison.Ordinal), true);
        var finished = await issuer.ReadAsync(ordered.Location);
        finished.ShouldContain("Finished");
        finished.ShouldContain(Sentences.English("decision.missing"));
        finished.ShouldContain($"/decisions/{missing}\"");
        (await issuer.ReadAsync("/batches")).ShouldContain("Issued 2, issued before 0, refused 1");
        (await demo.Host.GetAsync("issuer", "/api/batches")).Json.GetProperty("batches")[0].GetProperty("finished").GetBoolean().ShouldBeTrue();
        using var revoker = await demo.BrowserAsync("revoker");
        (await revoker.GetAsync("/certification")).Status.ShouldBe(403);
        (await revoker.GetAsync(ordered.Location)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_refused_credential_is_told_at_the_top_of_the_list()
    {
        var refused = await demo.DecisionAsync(9211, "refused");
        using var issuer = await demo.BrowserAsync("issuer");
        var visit = await issuer.PostAsync($"/decisions/{refused}/credential", await issuer.ProofAsync());
        visit.Status.ShouldBe(409);
        WebUtility.HtmlDecode(visit.Text).ShouldContain(Sentences.English("credential.decision-refused"));
        (await issuer.ReadAsync("/certification")).ShouldNotContain($"/decisions/{refused}\"", customMessage: "a refusal waits for nothing");
    }

    [Fact]
    public async Task A_decider_chooses_scheme_person_and_evidence_and_decides()
    {
        var person = await demo.PersonAsync(9221);
        var (result, completion) = (await demo.ResultAsync(person), await demo.CompletionAsync(person));
        using var decider = await demo.BrowserAsync("decider");
        var chosen = await decider.PostAsync("/decisions/new", [.. Form(await decider.ReadAsync("/decisions/new"), "/decisions/new"), Field("scheme", DemoLedger.Scheme), Field("person", person)]);
        var page = await decider.ReadAsync(chosen.Location);
        page.ShouldContain("Assessed as competent in: ");
        var form = Form(page, $"/people/{person}/decisions");
        var refused = await decider.PostAsync($"/people/{person}/decisions", [.. form, Field("result", result), Field("ruling", "Granted")]);
        refused.Status.ShouldBe(422);
        WebUtility.HtmlDecode(refused.Text).ShouldContain(Sentences.English("decision.requirements-not-met"));
        refused.Text.Split($"value=\"{result}\"")[1].ShouldStartWith(" checked", customMessage: "what was chosen is kept");
        var decided = await decider.PostAsync($"/people/{person}/decisions", [.. form, Field("result", result), Field("completion", completion), Field("ruling", "Granted")]);
        decided.Status.ShouldBe(303, WebUtility.HtmlDecode(decided.Text));
        (await decider.ReadAsync(decided.Location)).ShouldContain("Assessment results: 1; completed courses: 1; accepted awards: 0");

        (await decider.PostAsync("/decisions/new", [await decider.ProofAsync(), Field("scheme", DemoLedger.Scheme), Field("person", "somebody")])).Status.ShouldBe(422);
        (await decider.GetAsync($"/people/{Guid.NewGuid()}/evidence?scheme={DemoLedger.Scheme}")).Status.ShouldBe(404);
        using var elsewhere = await demo.BrowserAsync("decider-rsa");
        (await elsewhere.GetAsync($"/people/{person}/evidence")).Status.ShouldBe(404);
        (await elsewhere.PostAsync($"/people/{person}/decisions", [await elsewhere.ProofAsync(), Field("scheme", DemoLedger.Scheme), Field("ruling", "Granted")]))
            .Status.ShouldBe(404, "whose record is out of reach is not shown beside a refusal");
        using var auditor = await demo.BrowserAsync("auditor");
        (await auditor.ReadAsync($"/people/{person}/evidence?scheme={DemoLedger.Scheme}")).ShouldNotContain("Record the decision");
    }

    [Fact]
    public async Task Cases_are_found_by_who_decides_and_a_credential_by_its_number()
    {
        await demo.NotifiedAsync();
        using var revoker = await demo.BrowserAsync("revoker");
        (await revoker.ReadAsync("/cases")).ShouldContain($"/credentials/{demo.Credential}\"");
        var number = (await demo.Host.GetAsync("revoker", $"/api/credentials/{demo.Credential}")).Json.GetProperty("document").GetProperty("number").GetString()!;
        var form = Form((await revoker.GetAsync("/cases")).Text, "/cases/number");
        var found = await revoker.PostAsync("/cases/number", [.. form, Field("number", number)]);
        (found.Status, found.Location).ShouldBe((303, $"/credentials/{demo.Credential}"));
        (await revoker.PostAsync("/cases/number", [.. form, Field("number", "CL-0000")])).Status.ShouldBe(422);
        using var other = await demo.BrowserAsync("issuer-rsa");
        (await other.ReadAsync("/cases")).ShouldNotContain(demo.Credential.ToString());
    }

    [Fact]
    public async Task A_scheme_says_in_words_what_it_requires()
    {
        using var newcomer = await demo.BrowserAsync("newcomer");
        (await newcomer.ReadAsync("/schemes")).ShouldContain($"/schemes/{DemoLedger.Scheme}\"");
        var page = await newcomer.ReadAsync($"/schemes/{DemoLedger.Scheme}");
        page.ShouldContain("36 months");
        page.ShouldContain("Completed the course: ");
        page.ShouldContain("Digital Skills Certification Body (demonstration)");
        (await newcomer.GetAsync($"/schemes/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }
}
