using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using CredentialLedger.Domain.Governance;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What people do by forms: the same as by the API, once, and only from the portal's own pages.</summary>
public sealed class FormScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static KeyValuePair<string, string> Field(string name, string value) => new(name, value);

    private async Task<Browser> As(string persona)
    {
        var browser = new Browser(demo.Host.App.Server) { Accept = "text/html" };
        await browser.SignInAsync(persona, "/me");
        await browser.GetAsync("/?lang=en");
        return browser;
    }

    /// <summary>The hidden fields of a page's form that is sent to an address.</summary>
    private static KeyValuePair<string, string>[] Form(Visit page, string action)
    {
        var form = page.Text.Split($"action=\"{action}\"")[1].Split("</form>")[0];
        return new Visit(0, "", form, "").Hidden;
    }

    private async Task<Guid> Proposed(string by = "coordinator-ega")
    {
        var id = Guid.NewGuid();
        (await demo.Host.PutAsync(by, $"/api/agreement/amendments/{id}", new { text = $"ข้อความ {id}", changes = Array.Empty<object>() })).ShouldRecord(1);
        return id;
    }

    [Fact]
    public async Task A_signature_is_recorded_once_however_often_its_form_is_sent()
    {
        var (id, before) = (await Proposed(), 0L);
        using var browser = await As("representative-tpqi");
        var form = Form(await browser.GetAsync($"/proposals/{id}"), $"/proposals/{id}/signature");
        before = await demo.Host.EventsAsync(Agreement.TheId);
        var done = await browser.PostAsync($"/proposals/{id}/signature", form);
        (done.Status, done.Location).ShouldBe((303, $"/proposals/{id}"));
        (await browser.GetAsync(done.Location)).Text.ShouldContain("The signature was recorded.");
        (await browser.GetAsync(done.Location)).Text.ShouldNotContain("The signature was recorded.");
        (await browser.PostAsync($"/proposals/{id}/signature", form)).Status.ShouldBe(303);
        (await demo.Host.EventsAsync(Agreement.TheId)).ShouldBe(before + 1);

        var back = Form(await browser.GetAsync($"/proposals/{id}"), $"/proposals/{id}/signature/withdrawal");
        (await browser.PostAsync($"/proposals/{id}/signature/withdrawal", back)).Status.ShouldBe(303);
        (await demo.Host.EventsAsync(Agreement.TheId)).ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_form_without_its_proof_or_with_another_s_is_not_taken()
    {
        var id = await Proposed();
        using var browser = await As("representative-tpqi");
        using var other = await As("representative-ocsc");
        var form = Form(await browser.GetAsync($"/proposals/{id}"), $"/proposals/{id}/signature");
        KeyValuePair<string, string>[] foreign = [.. Form(await other.GetAsync($"/proposals/{id}"), $"/proposals/{id}/signature").Where(f => f.Key != PortalForms.For)];
        var before = await demo.Host.EventsAsync();
        foreach (var bad in (KeyValuePair<string, string>[][])[[], [.. form.Where(f => !f.Key.Contains("Verification"))], foreign])
        {
            var refused = await browser.PostAsync($"/proposals/{id}/signature", bad);
            refused.Status.ShouldBe(400);
            refused.Text.ShouldContain("<html lang=\"en\">");
        }
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_refusal_is_read_beside_the_form()
    {
        var id = await Proposed();
        using var browser = await As("representative-tpqi");
        var form = Form(await browser.GetAsync($"/proposals/{id}"), $"/proposals/{id}/signature");
        using var coordinator = await As("coordinator-ega");
        var withdrawal = Form(await coordinator.GetAsync($"/proposals/{id}"), $"/proposals/{id}/withdrawal");
        (await coordinator.PostAsync($"/proposals/{id}/withdrawal", withdrawal)).Status.ShouldBe(303);
        var refused = await browser.PostAsync($"/proposals/{id}/signature", form);
        refused.Status.ShouldBe(409);
        System.Net.WebUtility.HtmlDecode(refused.Text).ShouldContain(Sentences.English("proposal.withdrawn"));
    }

    [Fact]
    public async Task Nobody_signs_by_a_form_without_the_duty()
    {
        var id = await Proposed();
        using var browser = await As("newcomer");
        var proof = await browser.ProofAsync();
        (await browser.PostAsync($"/proposals/{id}/signature", proof, Field(PortalForms.For, "OCSC"))).Status.ShouldBe(403);
    }

    // Looking at the list is recorded too, so not every event counts.
    private async Task<long> AppointmentEvents()
    {
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where type like 'appointment-%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task Somebody_is_appointed_and_the_appointment_revoked()
    {
        var person = await demo.PersonAsync(7001);
        using var browser = await As("head-digital");
        KeyValuePair<string, string>[] filled = [.. Form(await browser.GetAsync("/appointments"), "/appointments"), Field("person", person.ToString()), Field("duty", "issue-credentials")];
        var before = await AppointmentEvents();
        (await browser.PostAsync("/appointments", filled)).Status.ShouldBe(303);
        (await browser.PostAsync("/appointments", filled)).Status.ShouldBe(303, "sent twice");
        (await AppointmentEvents()).ShouldBe(before + 1);

        var appointment = filled.Single(f => f.Key == "appointment").Value;
        var page = await browser.GetAsync("/appointments");
        page.Text.ShouldContain(person.ToString());
        var revocation = Form(page, $"/appointments/{appointment}/revocation");
        (await browser.PostAsync($"/appointments/{appointment}/revocation", [.. revocation, Field("ground", "Replaced")])).Status.ShouldBe(303);
        (await browser.GetAsync("/appointments")).Text.ShouldContain("Revoked: Somebody else took over");
        (await AppointmentEvents()).ShouldBe(before + 2);
    }

    [Theory]
    [InlineData("", "issue-credentials", "", 422)]
    [InlineData("d0000000-0000-4000-8000-0000000000d1", "issue-credentials", "", 403)]
    [InlineData("d0000000-0000-4000-8000-0000000000f4", "keep-persons", "", 403)]
    [InlineData("d0000000-0000-4000-8000-0000000000f4", "issue-credentials", "2017-01-01", 422)]
    [InlineData("d0000000-0000-4000-8000-0000000000f4", "issue-credentials", "tomorrow", 422)]
    public async Task A_bad_appointment_is_refused_and_what_was_entered_is_kept(string person, string duty, string from, int status)
    {
        using var browser = await As("head-digital");
        var form = Form(await browser.GetAsync("/appointments"), "/appointments");
        var before = await AppointmentEvents();
        var refused = await browser.PostAsync("/appointments", [.. form, Field("person", person), Field("duty", duty), Field("from", from)]);
        refused.Status.ShouldBe(status);
        refused.Text.ShouldContain("role=\"alert\"");
        refused.Text.ShouldContain($"value=\"{person}\"");
        (await AppointmentEvents()).ShouldBe(before);
    }

    [Fact]
    public async Task A_coordinator_proposes_an_amendment()
    {
        using var browser = await As("coordinator-ocsc");
        var form = Form(await browser.GetAsync("/proposals/new/amendment"), "/proposals/new/amendment");
        var done = await browser.PostAsync("/proposals/new/amendment", [.. form, Field("text", "บรรทัดแรก\r\nบรรทัดที่สอง"),
            Field("clause-1", "2.1.9"), Field("change-1", "Granted"), Field("party-1", "OCSC"), Field("th-1", "หน้าที่ใหม่"), Field("en-1", "A new duty")]);
        done.Status.ShouldBe(303, done.Text);
        (await browser.GetAsync(done.Location)).Text.ShouldContain("Clause 2.1.9 is granted to");
    }

    [Theory]
    [InlineData("", "Granted")]
    [InlineData("2.1.9", "Given")]
    public async Task A_change_that_cannot_be_read_is_not_left_out_of_an_amendment(string clause, string change)
    {
        using var browser = await As("coordinator-ocsc");
        var form = Form(await browser.GetAsync("/proposals/new/amendment"), "/proposals/new/amendment");
        var refused = await browser.PostAsync("/proposals/new/amendment", [.. form, Field("text", "ข้อความ"), Field("clause-1", clause), Field("change-1", change), Field("th-1", "หน้าที่ใหม่")]);
        refused.Status.ShouldBe(422);
        System.Net.WebUtility.HtmlDecode(refused.Text).ShouldContain("หน้าที่ใหม่");
    }

    [Fact]
    public async Task Somebody_asks_to_erase_their_data_and_the_officer_erases_it()
    {
        using var holder = await As("holder-2");
        var ask = await holder.GetAsync("/me/erasure");
        var action = ask.Text.Split("action=\"/people/")[1].Split('"')[0];
        var form = Form(ask, $"/people/{action}");
        (await holder.PostAsync($"/people/{action}", form)).Status.ShouldBe(422, "nothing is asked before it is understood");
        var done = await holder.PostAsync($"/people/{action}", [.. form, Field("understood", "yes"), Field("remark", "ขอลบ")]);
        (done.Status, done.Location).ShouldBe((303, "/me"));
        (await holder.GetAsync("/me")).Text.ShouldContain("it is decided by");

        using var officer = await As("privacy-officer");
        var person = action.Split('/')[0];
        (await officer.GetAsync("/erasures")).Text.ShouldContain($"/people/{person}/erasures");
        var matter = await officer.GetAsync($"/people/{person}/erasures");
        System.Net.WebUtility.HtmlDecode(matter.Text).ShouldContain("ขอลบ");
        var grant = $"/people/{action}/grant";
        (await officer.PostAsync(grant, Form(matter, grant))).Status.ShouldBe(422, "nothing is erased by a stray click");
        (await officer.PostAsync(grant, [.. Form(matter, grant), Field("understood", "yes")])).Status.ShouldBe(303);
        (await officer.GetAsync("/erasures")).Text.ShouldContain("No request is waiting");
        (await holder.GetAsync("/me")).Text.ShouldContain("Your personal data was erased as asked");
    }

    [Fact]
    public async Task The_officer_refuses_on_a_ground_of_the_law_and_the_person_reads_it()
    {
        using var holder = await As("holder");
        var ask = await holder.GetAsync("/me/erasure");
        var action = ask.Text.Split("action=\"/people/")[1].Split('"')[0];
        (await holder.PostAsync($"/people/{action}", [.. Form(ask, $"/people/{action}"), Field("understood", "yes")])).Status.ShouldBe(303);
        using var officer = await As("privacy-officer");
        var refusal = $"/people/{action}/refusal";
        var form = Form(await officer.GetAsync($"/people/{action.Split('/')[0]}/erasures"), refusal);
        (await officer.PostAsync(refusal, [.. form, Field("ground", "LegalClaims")])).Status.ShouldBe(303);
        var me = await holder.GetAsync("/me");
        me.Text.ShouldContain("Refused: Needed for legal claims");
        me.Text.ShouldContain("Decide on requests to erase personal data", customMessage: "that the officer looked is shown to the person");
    }
}
