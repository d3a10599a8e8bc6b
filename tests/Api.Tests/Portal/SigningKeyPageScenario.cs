using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>An organisation's signing keys by pages: what the API takes is offered, to whoever it is taken from, and is recorded once.</summary>
public sealed class SigningKeyPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Keys = "/signing-keys";

    private static KeyValuePair<string, string>[] Registration(string key, string? from = null) =>
        [Field("key", key), Field("algorithm", KeyAlgorithm.Ecdsa), Field("certificate", new string('a', 64)), Field("from", from ?? Day(0))];

    private static string Day(int days) => Entered.Iso(SigningKeys.Day(days));

    private Task<long> EventsOf(string key) => demo.Host.EventsAsync(SigningKey.IdOf(key));

    private async Task<string> RegisteredAsync(Browser browser)
    {
        var key = SigningKeys.Some();
        (await browser.PostAsync(Keys, [.. Form(await browser.ReadAsync(Keys), Keys), .. Registration(key)])).Status.ShouldBe(303);
        return key;
    }

    [Fact]
    public async Task A_key_is_registered_once_however_often_its_form_is_sent_and_shows_its_history()
    {
        using var keeper = await demo.BrowserAsync("revoker");
        var (key, page) = (SigningKeys.Some(), await keeper.ReadAsync(Keys));
        page.ShouldContain("it cannot be taken back, only ended");
        KeyValuePair<string, string>[] form = [.. Form(page, Keys), .. Registration(key)];
        var done = await keeper.PostAsync(Keys, form);
        (done.Status, done.Location).ShouldBe((303, $"{Keys}/{key}"));
        (await keeper.PostAsync(Keys, form)).Status.ShouldBe(303);
        (await keeper.PostAsync(Keys, [.. Form(page, Keys).Where(f => f.Key != PortalForms.Command), .. Registration(key)])).Status.ShouldBe(303, "the same again is nothing new");
        (await EventsOf(key)).ShouldBe(1);
        var shown = await keeper.ReadAsync(done.Location);
        shown.ShouldContain("The key was registered.");
        shown.ShouldContain("Registered by Digital Skills Certification Body (demonstration): it signs from");
        (await keeper.ReadAsync(Keys)).ShouldContain($"{Keys}/{key}\"");
    }

    [Theory]
    [InlineData("key", "nonsense", "signing-key.bad-key", 422)]
    [InlineData("certificate", "nonsense", "signing-key.bad-key", 422, "key")]
    [InlineData("from", "2026-01-01", "signing-key.backdated", 422)]
    [InlineData("from", "", "form.unreadable", 422)]
    [InlineData("algorithm", "Dilithium", "form.unreadable", 422)]
    public async Task A_bad_registration_is_refused_at_its_field_and_what_was_entered_is_kept(string field, string entered, string code, int status, string? at = null)
    {
        using var keeper = await demo.BrowserAsync("revoker");
        var key = SigningKeys.Some();
        var refused = await keeper.PostAsync(Keys, [.. Form(await keeper.ReadAsync(Keys), Keys), .. Registration(key).Where(f => f.Key != field), Field(field, entered)]);
        refused.Status.ShouldBe(status);
        var page = System.Net.WebUtility.HtmlDecode(refused.Text);
        page.ShouldContain($"id=\"CB-DIGITAL-{at ?? field}-refused\" role=\"alert\">{Sentences.English(code)}");
        page.Split("role=\"alert\"").Length.ShouldBe(2, "said once");
        page.ShouldContain($"value=\"{(field == "key" ? entered : key)}\"");
        (await EventsOf(key)).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_gives_way_to_another_and_is_offered_no_more_than_the_deciders_take()
    {
        using var keeper = await demo.BrowserAsync("decider-rsa");
        var (old, next) = (await RegisteredAsync(keeper), await RegisteredAsync(keeper));
        var (page, action) = (await keeper.ReadAsync($"{Keys}/{old}"), $"{Keys}/{old}/rotation");
        page.ShouldContain($"<option value=\"{next}\"");
        page.ShouldNotContain($"<option value=\"{old}\"");
        page.ShouldContain("what this key signed before stays good where the log proves its time");
        page.ShouldNotContain($"{Keys}/{old}/fraud");
        var today = await keeper.PostAsync(action, [.. Form(page, action), Field("successor", next), Field("from", Day(0))]);
        today.Status.ShouldBe(422);
        System.Net.WebUtility.HtmlDecode(today.Text).ShouldContain($"id=\"rotation-from-refused\" role=\"alert\">{Sentences.English("signing-key.end-too-early")}");
        (await keeper.PostAsync(action, [.. Form(page, action), Field("successor", "no-key"), Field("from", Day(2))])).Status.ShouldBe(409);
        KeyValuePair<string, string>[] form = [.. Form(page, action), Field("successor", next), Field("from", Day(2))];
        (await keeper.PostAsync(action, form)).Status.ShouldBe(303);
        (await keeper.PostAsync(action, form)).Status.ShouldBe(303);
        (await EventsOf(old)).ShouldBe(2);
        var after = await keeper.ReadAsync($"{Keys}/{old}");
        after.ShouldContain("Another key will sign instead.");
        after.ShouldNotContain(action);
        after.ShouldNotContain($"{Keys}/{old}/end");
        // What was settled meanwhile is refused beside the form, with what was entered.
        var late = await keeper.PostAsync(action, [await keeper.ProofAsync(), Field("successor", next), Field("from", Day(3))]);
        late.Status.ShouldBe(409);
        System.Net.WebUtility.HtmlDecode(late.Text).ShouldContain(Sentences.English("signing-key.ended"));
    }

    [Fact]
    public async Task An_end_a_theft_and_a_fraud_need_the_box_ticked_and_the_fraud_the_party_that_answers_for_all()
    {
        using var keeper = await demo.BrowserAsync("revoker");
        using var party = await demo.BrowserAsync("accreditor");
        var key = await RegisteredAsync(keeper);
        foreach (var (browser, act, fields, done) in new (Browser, string, KeyValuePair<string, string>[], string)[]
        {
            (keeper, "end", [Field("from", Day(5))], "The end of the key was recorded."),
            (keeper, "compromise", [Field("from", Day(-3)), Field("reference", "CB-DIGITAL 7/2569")], "The key was reported as stolen."),
            (party, "compromise", [Field("from", Day(-9)), Field("reference", "สคช. 7/2569")], "The key was reported as stolen."),
            (party, "fraud", [Field("reference", "สคช. 8/2569")], "The key was declared fraudulent."),
        })
        {
            var (page, action, before) = (await browser.ReadAsync($"{Keys}/{key}"), $"{Keys}/{key}/{act}", await EventsOf(key));
            var stray = await browser.PostAsync(action, [.. Form(page, action), .. fields]);
            stray.Status.ShouldBe(422);
            System.Net.WebUtility.HtmlDecode(stray.Text).ShouldContain("role=\"alert\">Please tick the box");
            (await EventsOf(key)).ShouldBe(before);
            KeyValuePair<string, string>[] form = [.. Form(page, action), .. fields, Field("understood", "yes")];
            (await browser.PostAsync(action, form)).Status.ShouldBe(303);
            (await browser.PostAsync(action, form)).Status.ShouldBe(303);
            (await EventsOf(key)).ShouldBe(before + 1);
            (await browser.ReadAsync($"{Keys}/{key}")).ShouldContain(done);
        }
        var shown = await party.ReadAsync($"{Keys}/{key}");
        shown.ShouldContain("Declared fraudulent on");
        shown.ShouldContain("Document สคช. 8/2569");
        shown.ShouldContain("You cannot do anything about this key.");

        var told = (await demo.Host.GetAsync("accreditor", $"/api/signing-keys/{key}")).Json;
        told.GetProperty("acts").GetArrayLength().ShouldBe(0);
        told.GetProperty("entries").EnumerateArray().Select(e => (e.GetProperty("type").GetString(), e.GetProperty("organisation").GetString())).ShouldBe(
        [
            ("signing-key-registered", "CB-DIGITAL"), ("signing-key-ceased", "CB-DIGITAL"), ("signing-key-compromised", "CB-DIGITAL"), ("signing-key-compromised", "TPQI"), ("signing-key-declared-fraudulent", "TPQI"),
        ]);
        (await demo.Host.GetAsync("accreditor", $"/api/signing-keys/{SigningKeys.Some()}")).ShouldRefuse(404, "signing-key.missing");
    }

    [Fact]
    public async Task Whoever_keeps_no_keys_reads_and_does_nothing_and_another_body_s_keeper_ends_none()
    {
        using var newcomer = await demo.BrowserAsync("newcomer");
        using var keeper = await demo.BrowserAsync("revoker");
        using var other = await demo.BrowserAsync("decider-rsa");
        var key = await RegisteredAsync(keeper);
        (await newcomer.ReadAsync(Keys)).ShouldNotContain("Register a key");
        (await newcomer.ReadAsync($"{Keys}/{key}")).ShouldContain("You cannot do anything about this key.");
        (await newcomer.GetAsync($"{Keys}/nonsense")).Status.ShouldBe(404);
        (await other.ReadAsync($"{Keys}/{key}")).ShouldContain("You cannot do anything about this key.");
        KeyValuePair<string, string>[] theft = [Field("from", Day(0)), Field("reference", "X"), Field("understood", "yes")];
        foreach (var browser in (Browser[])[newcomer, other])
        {
            var proof = await browser.ProofAsync();
            (await browser.PostAsync($"{Keys}/{key}/compromise", [proof, .. theft])).Status.ShouldBe(403);
        }
        (await newcomer.PostAsync(Keys, [await newcomer.ProofAsync(), .. Registration(SigningKeys.Some())])).Status.ShouldBe(403);
        (await EventsOf(key)).ShouldBe(1);
    }

    /// <summary>A ledger with keys that nobody registered yet.</summary>
    public sealed class OfAYoungLedger(LedgerHost host) : IClassFixture<LedgerHost>
    {
        [Fact]
        public async Task A_key_that_the_ledger_holds_is_registered_without_typing_anything()
        {
            using var keeper = new Browser(host.App.Server) { Accept = "text/html" };
            await keeper.SignInAsync("revoker", "/me");
            await keeper.GetAsync("/?lang=en");
            var (held, page) = (await host.HeldAsync("CB-DIGITAL"), await keeper.ReadAsync(Keys));
            page.ShouldContain("No key is registered.");
            page.ShouldNotContain((await host.HeldAsync("CB-SERVICE")).Key);
            KeyValuePair<string, string>[] form = [.. new Visit(0, "", page.Split($"action=\"{Keys}\"")[1].Split("</form>")[0], "").Hidden, Field("from", Day(0))];
            var done = await keeper.PostAsync(Keys, form);
            (done.Status, done.Location).ShouldBe((303, $"{Keys}/{held.Key}"));
            (await keeper.ReadAsync(done.Location)).ShouldContain(held.Certificate);
            (await keeper.ReadAsync(Keys)).ShouldNotContain("that are not registered");
        }
    }
}
