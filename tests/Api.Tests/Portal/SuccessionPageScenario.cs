using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Api.Tests.Authority;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using Npgsql;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What comes after a credential, by the portal's forms: another name and a replacement, another period, and batches that somebody else ends.</summary>
public sealed class SuccessionPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static async Task<Visit> Send(Browser browser, string page, string action, params KeyValuePair<string, string>[] entered) =>
        await browser.PostAsync(action, [.. Form((await browser.GetAsync(page)).Text, action), .. entered]);

    [Fact]
    public async Task A_registrar_records_a_name_and_the_body_replaces_the_credential()
    {
        var credential = await demo.CredentialAsync(9401);
        var (person, page, successor) = (await demo.HolderAsync(credential), $"/credentials/{credential}", Credential.ReplacementOf(credential));
        using var registrar = await demo.BrowserAsync("hr-officer");
        using var issuer = await demo.BrowserAsync("issuer");
        (await issuer.ReadAsync(page)).ShouldNotContain($"{page}/replacement\"", customMessage: "it says the name in force");

        var chosen = await Send(registrar, "/people/name", "/people/name", Field("person", person));
        (chosen.Status, chosen.Location).ShouldBe((303, $"/people/{person}/name"));
        KeyValuePair<string, string>[] name = [Field("th", "นางทดสอบ ชื่อใหม่"), Field("en", "Renamed By Page"), Field("from", Successors.Today.Iso()), Field("kind", "CivilRegistration"), Field("reference", "ช.3/2569-77")];
        var bad = await Send(registrar, chosen.Location, chosen.Location, [.. name, Field("digest", "not a digest")]);
        bad.Status.ShouldBe(422);
        WebUtility.HtmlDecode(bad.Text).ShouldContain("not a digest");
        (await Send(registrar, chosen.Location, chosen.Location, name)).Status.ShouldBe(303);
        (await registrar.ReadAsync(chosen.Location)).ShouldContain("The new name was recorded.");
        var same = await Send(registrar, chosen.Location, chosen.Location, [.. name[..^1], Field("reference", "ช.3/2569-78")]);
        same.Status.ShouldBe(409);
        WebUtility.HtmlDecode(same.Text).ShouldContain(Sentences.English("person.same-name"));
        (await issuer.GetAsync(chosen.Location)).Status.ShouldBe(403);

        using var revoker = await demo.BrowserAsync("revoker");
        (await revoker.ReadAsync(page)).ShouldNotContain($"{page}/replacement\"", customMessage: "whoever revokes does not issue");
        var form = Form((await issuer.GetAsync(page)).Text, $"{page}/replacement");
        var replaced = await issuer.PostAsync($"{page}/replacement", form);
        (replaced.Status, replaced.Location).ShouldBe((303, $"/credentials/{successor}"), WebUtility.HtmlDecode(replaced.Text));
        (await issuer.PostAsync($"{page}/replacement", form)).Location.ShouldBe(replaced.Location, "sent twice it is replaced once");
        var after = await issuer.ReadAsync(replaced.Location);
        after.ShouldContain("Renamed By Page");
        after.ShouldContain("In force until");
        after.ShouldContain($"href=\"{page}\"");
        var before = await issuer.ReadAsync(page);
        before.ShouldContain("It counts no more: another credential took its place");
        before.ShouldContain("Another credential took its place, with the holder’s new name");
        before.ShouldContain($"href=\"/credentials/{successor}\"");
        before.ShouldNotContain("What you can do");
        var refused = await issuer.PostAsync($"/credentials/{successor}/replacement", [await issuer.ProofAsync()]);
        refused.Status.ShouldBe(409);
        WebUtility.HtmlDecode(refused.Text).ShouldContain(Sentences.English("credential.same-name"));
    }

    [Fact]
    public async Task A_decider_renews_what_ends_soon_and_it_waits_until_it_is_issued()
    {
        var (credential, early) = (await demo.CredentialAsync(9411), await demo.CredentialAsync(9412));
        var (person, page) = (await demo.HolderAsync(credential), $"/credentials/{credential}");
        await demo.DatedAsync(credential, new(2024, 1, 1), Successors.Today.AddDays(30));
        using var decider = await demo.BrowserAsync("decider");
        using var issuer = await demo.BrowserAsync("issuer");
        // The list is read from a read model, which lags by a moment; its row is dated like the event.
        await Eventually.BeAsync(() => demo.Host.TamperAsync($$"""
            update {{ReadModel.Of<CredentialStanding>().Table}} set data = data || '{"validUntil": "{{Successors.Today.AddDays(30).Iso()}}"}' where id = '{{credential}}'
            """), 1);
        var expiring = await decider.ReadAsync("/expiring");
        expiring.ShouldContain($"href=\"{page}\"");
        expiring.ShouldContain("Days left: 30");
        expiring.ShouldContain("May be renewed since");
        (await decider.GetAsync("/expiring?within=many")).Status.ShouldBe(422);
        (await issuer.GetAsync("/expiring")).Status.ShouldBe(403);
        (await decider.ReadAsync($"/credentials/{early}")).ShouldNotContain("/renewal\"", customMessage: "too early");
        (await decider.ReadAsync($"/credentials/{early}/renewal")).ShouldNotContain("Record the decision");
        (await issuer.ReadAsync(page)).ShouldNotContain("/renewal\"", customMessage: "whoever issues does not decide");
        (await decider.ReadAsync(page)).ShouldContain($"{page}/renewal\"");

        var none = await Send(decider, $"{page}/renewal", $"{page}/renewal", Field("ruling", "Granted"));
        none.Status.ShouldBe(422);
        WebUtility.HtmlDecode(none.Text).ShouldContain(Sentences.English("decision.bad-evidence"));
        (await decider.PostAsync($"{page}/renewal", [await decider.ProofAsync(), Field("ruling", "Perhaps")])).Status.ShouldBe(422);
        var (one, two) = (await Renewed(), await Renewed());

        (await issuer.ReadAsync("/certification")).ShouldContain($"href=\"/decisions/{one}\"");
        (await decider.ReadAsync($"/decisions/{one}")).ShouldContain("It was not issued yet.");
        var issued = await issuer.PostAsync($"/decisions/{one}/credential", Form((await issuer.GetAsync("/certification")).Text, $"/decisions/{one}/credential"));
        issued.Status.ShouldBe(303, WebUtility.HtmlDecode(issued.Text));
        var waiting = await issuer.ReadAsync("/certification");
        foreach (var decision in (Guid[])[one, two]) waiting.ShouldNotContain($"/decisions/{decision}\"", customMessage: "it is renewed once, by whichever decision");
        (await decider.ReadAsync(issued.Location)).ShouldContain("It renews another credential");
        var before = await decider.ReadAsync(page);
        before.ShouldContain($"href=\"{issued.Location}\"");
        before.ShouldNotContain("/renewal\"");
        (await decider.ReadAsync("/expiring")).ShouldContain("Open the credential that renews it");
        using var elsewhere = await demo.BrowserAsync("decider-rsa");
        (await elsewhere.GetAsync($"{page}/renewal")).Status.ShouldBe(404);
        (await elsewhere.PostAsync($"{page}/renewal", [await elsewhere.ProofAsync(), Field("ruling", "Refused")])).Status.ShouldBe(404, "whose record is out of reach is not shown beside a refusal");
        using var auditor = await demo.BrowserAsync("auditor");
        (await auditor.ReadAsync($"{page}/renewal")).ShouldNotContain("Record the decision");

        async Task<Guid> Renewed()
        {
            var course = await demo.CourseAgainAsync(person);
            var decided = await Send(decider, $"{page}/renewal", $"{page}/renewal", Field("completion", course), Field("ruling", "Granted"));
            decided.Status.ShouldBe(303, WebUtility.HtmlDecode(decided.Text));
            return Guid.Parse(decided.Location.Split('/')[^1]);
        }
    }

    [Fact]
    public async Task A_colleague_takes_over_a_batch_that_rests_or_withdraws_it()
    {
        var (page, appointment) = ($"/batches/{Guid.NewGuid()}", $"/api/appointments/{Guid.NewGuid()}");
        using var issuer = await demo.BrowserAsync("issuer");
        // Keeps the service from the batch meanwhile; not of a pool, so that closing it lets go.
        await using (var held = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(demo.Host.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await held.OpenAsync();
            await using var command = new NpgsqlCommand($"select pg_advisory_lock({BatchService.Lock})", held);
            await command.ExecuteNonQueryAsync();
            (await demo.Host.PutAsync("head-digital", appointment, new { person = Organisations.Newcomer, duty = "issue-credentials" })).ShouldRecord(1);
            (await demo.Host.PutAsync("newcomer", $"/api{page}", new { decisions = new[] { Guid.NewGuid() } })).ShouldRecord(1);
            (await issuer.ReadAsync(page)).ShouldNotContain("/taking-over\"", customMessage: "it does not rest");
            (await issuer.PostAsync($"{page}/taking-over", [await issuer.ProofAsync()])).Status.ShouldBe(409);
            (await demo.Host.PostAsync("head-digital", $"{appointment}/revocation", new { ground = "left" })).ShouldRecord(1);
            (await issuer.ReadAsync(page)).ShouldContain("A colleague who issues for it can take it over.");
            (await Send(issuer, page, $"{page}/taking-over")).Status.ShouldBe(303);
            var taken = await issuer.ReadAsync(page);
            taken.ShouldContain("You took the batch over.");
            taken.ShouldContain("Goes on in the name of");
            using var auditor = await demo.BrowserAsync("auditor");
            (await auditor.ReadAsync(page)).ShouldNotContain($"{page}/withdrawal\"", customMessage: "auditors read");
            (await Send(issuer, page, $"{page}/withdrawal")).Status.ShouldBe(303);
        }
        var withdrawn = await issuer.ReadAsync(page);
        withdrawn.ShouldContain("Nothing more of it is issued.");
        withdrawn.ShouldNotContain("What you can do");
        (await issuer.ReadAsync("/batches")).ShouldContain("Withdrawn");
        using var elsewhere = await demo.BrowserAsync("issuer-rsa");
        (await elsewhere.PostAsync($"{page}/withdrawal", [await elsewhere.ProofAsync()])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_examiner_accepts_a_foreign_award_and_it_can_be_shown()
    {
        var person = await demo.PersonAsync(9431);
        await demo.ResultAsync(person);
        var page = $"/people/{person}/awards/new";
        using var examiner = await demo.BrowserAsync("examiner");
        (await examiner.ReadAsync($"/people/{person}/evidence")).ShouldContain($"href=\"{page}\"");
        KeyValuePair<string, string>[] award = [Field("equivalence", Equivalences.Icdl), Field("number", "ICDL-TH-0009431"), Field("kind", "Transcript"), Field("reference", "AW-2569/31")];
        var old = await Send(examiner, page, $"/people/{person}/awards", [.. award, Field("awarded", "2001-01-01")]);
        old.Status.ShouldBe(422);
        old.Text.ShouldContain("ICDL-TH-0009431", customMessage: "what was entered is kept");
        var accepted = await Send(examiner, page, $"/people/{person}/awards", [.. award, Field("awarded", "2025-06-15")]);
        (accepted.Status, accepted.Location).ShouldBe((303, $"/people/{person}/evidence"), WebUtility.HtmlDecode(accepted.Text));
        var shown = await examiner.ReadAsync(accepted.Location);
        shown.ShouldContain("The award was accepted.");
        shown.ShouldContain("ICDL certificate");
        using var decider = await demo.BrowserAsync("decider");
        (await decider.GetAsync(page)).Status.ShouldBe(403);
        (await decider.ReadAsync($"/people/{person}/evidence")).ShouldNotContain(page);
    }
}
