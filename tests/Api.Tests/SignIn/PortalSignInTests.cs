using System.Net;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>The whole way through the provider's page into the portal's cookie, and out again.</summary>
public sealed class PortalSignInTests(LedgerHost host) : IClassFixture<LedgerHost>, IDisposable
{
    private static readonly Guid HrOfficer = new("d0000000-0000-4000-8000-000000000002");
    private readonly Browser browser = new(host.App.Server);

    public void Dispose() => browser.Dispose();

    /// <summary>Who is signed in at a page of the portal, by the cookies of a browser.</summary>
    private async Task<Principal?> WhoAsync(CookieContainer cookies)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var page = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        page.Request.Path = "/";
        page.Request.Headers.Cookie = cookies.GetCookieHeader(new("http://localhost/"));
        return Principal.Of((await page.AuthenticateAsync()).Principal);
    }

    [Fact]
    public async Task One_click_on_a_persona_signs_in_and_leads_back_to_where_one_wanted_to_go()
    {
        (await browser.SignInAsync("hr-officer", "/docs/?a=ก")).ShouldSatisfyAllConditions(v => v.Status.ShouldBe(302), v => Uri.UnescapeDataString(v.Location).ShouldBe("/docs/?a=ก"));
        (await WhoAsync(browser.Cookies)).ShouldBe(new(HrOfficer, System: false));
        var session = browser.Told.Last(c => c.StartsWith("ledger-session=", StringComparison.Ordinal));
        session.ShouldContain("httponly", Case.Insensitive);
        session.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task The_page_names_every_persona_in_both_languages_and_may_do_nothing_else()
    {
        var page = await browser.PersonaPageAsync();
        foreach (var persona in host.Services.GetRequiredService<SignInSettings>().Personas)
        {
            WebUtility.HtmlDecode(page.Text).ShouldContain(persona.LabelTh);
            page.Text.ShouldContain(persona.LabelEn);
        }
        page.Policy.ShouldStartWith("default-src 'none'");
        page.Text.ShouldNotContain("<script");
        page.Hidden.ShouldContain(h => h.Key == "code_challenge_method" && h.Value == "S256");
        page.Hidden.ShouldContain(h => h.Key == "nonce");
        page.Hidden.ShouldContain(h => h.Key == "state");
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_the_page_signs_nobody_in()
    {
        var page = await browser.PersonaPageAsync();
        var forged = await browser.PostAsync("/connect/authorize", [.. page.Hidden.Where(h => !h.Key.Contains("Verification")), new("persona", "hr-officer")]);
        (forged.Status, forged.Location).ShouldBe((400, ""));
        (await browser.ChooseAsync(page, "nobody")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_cookie_counts_for_nothing_at_the_API()
    {
        await browser.SignInAsync();
        var answer = await browser.GetAsync("/api/frameworks");
        answer.Status.ShouldBe(401);
        answer.Text.ShouldContain("identity.missing");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copy_of_the_cookie_too()
    {
        await browser.SignInAsync();
        var copy = new CookieContainer();
        copy.Add(browser.Cookies.GetAllCookies());
        var proof = await browser.ProofAsync();
        (await browser.PostAsync("/sign-out")).Status.ShouldBe(400, "without the proof it may be another site's form");
        (await WhoAsync(browser.Cookies)).ShouldNotBeNull();

        var leaves = await browser.PostAsync("/sign-out", proof);
        leaves.Status.ShouldBe(302);
        new Uri(leaves.Location).AbsolutePath.ShouldBe(EmbeddedProvider.EndSession);
        var back = await browser.GetAsync(leaves.Location);
        new Uri(back.Location).AbsolutePath.ShouldBe(PortalSignIn.SignOutCallback);
        (await browser.GetAsync(back.Location)).Location.ShouldBe("/");
        (await WhoAsync(browser.Cookies)).ShouldBeNull();
        (await WhoAsync(copy)).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("evil")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site_after_signing_in(string to)
    {
        var answer = await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(to)}");
        (answer.Status, answer.Location).ShouldBe((400, ""));
        answer.Text.ShouldContain("identity.foreign-return");
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/sign-in/callback")]
    [InlineData("redirect_uri", "http://localhost/sign-in/callback?x=1")]
    [InlineData("redirect_uri", "http://localhost:81/sign-in/callback")]
    [InlineData("redirect_uri", "http://localhost@evil.example/sign-in/callback")]
    [InlineData("client_id", "somebody")]
    [InlineData("code_challenge", "")]
    [InlineData("response_type", "token")]
    public async Task The_provider_sends_nobody_anywhere_on_a_request_that_is_not_the_portals(string parameter, string value)
    {
        var asked = new Uri((await browser.GetAsync("/sign-in")).Location);
        var query = System.Web.HttpUtility.ParseQueryString(asked.Query);
        if (value.Length > 0) query[parameter] = value;
        else query.Remove(parameter);
        var answer = await browser.GetAsync($"{asked.AbsolutePath}?{query}");
        (answer.Status, answer.Location).ShouldBe((400, ""), answer.Text);
    }

    [Fact]
    public async Task A_code_is_good_once_and_only_with_its_verifier_its_address_and_the_portals_secret()
    {
        var secret = host.Services.GetRequiredService<EmbeddedClients>().PortalSecret;
        async Task<Visit> ExchangeAsync(string code, string verifier, string redirect = "http://localhost/sign-in/callback", string? clientSecret = null) => await browser.PostAsync(EmbeddedProvider.Token,
            [new("grant_type", "authorization_code"), new("client_id", "credentialledger-portal"), new("client_secret", clientSecret ?? secret), new("code", code), new("redirect_uri", redirect), new("code_verifier", verifier)]);

        var (code, verifier) = await CodeAsync();
        (await ExchangeAsync(code, new string('x', 43))).Text.ShouldContain("invalid_grant");
        (await ExchangeAsync(code, "")).Status.ShouldBe(400);
        (await ExchangeAsync(code, verifier, "http://localhost/elsewhere")).Text.ShouldContain("invalid_grant");
        (await ExchangeAsync(code, verifier, clientSecret: "development")).Text.ShouldContain("invalid_client");
        (await ExchangeAsync(code[..^8], verifier)).Text.ShouldContain("invalid_grant");
        var good = await ExchangeAsync(code, verifier);
        good.Status.ShouldBe(200, good.Text);
        var again = await ExchangeAsync(code, verifier);
        again.Status.ShouldBe(400);
        again.Text.ShouldContain("invalid_grant");
    }

    [Fact]
    public async Task A_forged_or_repeated_answer_of_the_provider_signs_nobody_in()
    {
        var answer = (await browser.ChooseAsync(await browser.PersonaPageAsync(), "hr-officer")).Location;
        (await browser.GetAsync("/sign-in/callback?code=x&state=y")).Status.ShouldBe(401);
        using var other = new Browser(host.App.Server);
        (await other.GetAsync(answer)).Status.ShouldBe(401, "another browser did not ask for it");
        (await browser.GetAsync(answer)).Status.ShouldBe(302);
        (await browser.GetAsync(answer)).Status.ShouldBe(401);
        (await browser.GetAsync("/sign-in/callback?error=access_denied")).Text.ShouldContain("identity.sign-in-failed");
    }

    [Fact]
    public async Task The_cookies_keys_lie_with_the_ledgers_keys_and_only_their_owner_reads_them()
    {
        await browser.SignInAsync();
        var folder = Path.Combine(host.Folder, "keys", "data-protection");
        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.GetFiles(folder).ShouldNotBeEmpty();
        foreach (var file in Directory.GetFiles(Path.Combine(host.Folder, "keys"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != KeyFolder.LockFile))
            (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBe(UnixFileMode.None, file);
    }

    /// <summary>A code, asked for with a verifier of our own.</summary>
    private async Task<(string Code, string Verifier)> CodeAsync()
    {
        var verifier = new string('v', 64);
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));
        var page = await browser.GetAsync("/connect/authorize?client_id=credentialledger-portal&response_type=code&scope=openid&nonce=n&state=s&code_challenge_method=S256"
            + $"&code_challenge={challenge}&redirect_uri={Uri.EscapeDataString("http://localhost/sign-in/callback")}");
        return ((await browser.ChooseAsync(page, "hr-officer")).Parameter("code")!, verifier);
    }
}
