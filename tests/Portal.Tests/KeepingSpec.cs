using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Portal.Tests.Rig;
using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests;

/// <summary>What those who keep keys, works and schemes do in a browser, with every form open and with refusals beside the fields.</summary>
[Collection(nameof(PortalSite))]
public sealed class KeepingSpec(PortalSite site)
{
    private async Task<(IBrowserContext Window, Watched Watched)> As(string persona)
    {
        var window = await site.Chromium.WindowAsync(site.Address, 320);
        var watched = await Watched.InAsync(window);
        await watched.SignInAsync(persona);
        await watched.Page.GotoAsync("/?lang=en");
        return (window, watched);
    }

    private static async Task OpenAllAsync(IPage page)
    {
        var closed = page.Locator("main details:not([open]) > summary");
        while (await closed.CountAsync() > 0) await closed.First.ClickAsync();
    }

    private static Task SendAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task ToldAsync(IPage page, string said) => (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe(said);

    [Fact]
    public async Task A_key_is_registered_and_reported_as_stolen()
    {
        var (window, watched) = await As("decider-rsa");
        await using var _ = window;
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Signing keys" }).ClickAsync();
        await OpenAllAsync(page);
        await page.GetByLabel("Id of the key").FillAsync("no key");
        await page.GetByLabel("Kind").SelectOptionAsync("Rsa");
        await page.GetByLabel("SHA-256 of its certificate").FillAsync(new string('b', 64));
        await SendAsync(page, "Register the key");
        (await page.GetByLabel("Id of the key").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await watched.ShouldBeGoodAsync("422");
        await page.GetByLabel("Id of the key").FillAsync(System.Buffers.Text.Base64Url.EncodeToString(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray()));
        await SendAsync(page, "Register the key");
        await ToldAsync(page, "The key was registered.");
        await OpenAllAsync(page);
        await watched.ShouldBeGoodAsync();
        await page.Locator("#compromise-from").FillAsync(Entered.Iso(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-2))));
        await page.Locator("#compromise-reference").FillAsync("CB-SERVICE 9/2569");
        await page.Locator("form[action$='/compromise']").GetByLabel("I understand").CheckAsync();
        await SendAsync(page, "Report it as stolen");
        await ToldAsync(page, "The key was reported as stolen.");
        await watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task The_next_version_of_a_scheme_is_established_after_a_refusal()
    {
        var (window, watched) = await As("framework-keeper");
        await using var _ = window;
        var page = watched.Page;
        await page.GotoAsync("/schemes/b0000000-0000-4000-8000-000000000001");
        await page.GetByRole(AriaRole.Link, new() { Name = "Establish the next version" }).ClickAsync();
        await page.GetByLabel("Code").FillAsync("DG-LEAD-3");
        await page.Locator("#issuers input").First.UncheckAsync();
        await page.Locator("#issuers input").Nth(1).UncheckAsync();
        await SendAsync(page, "Establish the scheme");
        await OpenAllAsync(page);
        await watched.ShouldBeGoodAsync("422");
        await page.GetByLabel("Digital Skills Certification Body").CheckAsync();
        await page.Locator("#requirements").GetByRole(AriaRole.Button).ClickAsync();
        (await page.GetByLabel("Code").InputValueAsync()).ShouldBe("DG-LEAD-3");
        await SendAsync(page, "Establish the scheme");
        await ToldAsync(page, "The scheme was established.");
        await watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task A_picture_that_is_another_is_refused_beside_its_field()
    {
        var (window, watched) = await As("work-officer-tpqi");
        await using var _ = window;
        await watched.Page.GotoAsync(site.Fill("/works/{work}"));
        await watched.Page.GetByLabel("Picture file").SetInputFilesAsync(Path.Combine(Prepared.Demo, "marks", "tpqi.png"));
        await SendAsync(watched.Page, "Bring the picture");
        (await watched.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("This is not the file that was registered");
        await watched.ShouldBeGoodAsync("422");
    }
}
