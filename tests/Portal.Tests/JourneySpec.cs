using CredentialLedger.Portal.Tests.Rig;

namespace CredentialLedger.Portal.Tests;

/// <summary>What a representative does in a browser, from the first page on.</summary>
[Collection(nameof(PortalSite))]
public sealed class JourneySpec(PortalSite site)
{
    [Fact]
    public async Task A_representative_signs_in_by_one_click_signs_a_proposal_takes_it_back_and_signs_out()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address);
        var watched = await Watched.InAsync(window);
        var page = watched.Page;
        await page.GotoAsync("/?lang=en");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator("button[value='representative-ocsc']").ClickAsync();
        await page.WaitForURLAsync("**/me");
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "What you may do, and by what authority" }).CountAsync()).ShouldBe(1);

        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Proposals" }).ClickAsync();
        await page.Locator($"a[href='/proposals/{site.Proposal}']").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldBe("The signature was recorded.");
        await watched.ShouldBeGoodAsync();
        await page.ReloadAsync();
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Status).CountAsync()).ShouldBe(0, "a notice is told once");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Take the signature back" }).ClickAsync();
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldBe("The signature was taken back.");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Sign in", Exact = true }).WaitForAsync();
        await page.GotoAsync("/me");
        page.Url.ShouldNotEndWith("/me");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(640)] // 1280 px at 200 % zoom (WCAG 2.2, 1.4.4)
    [InlineData(1100)]
    public async Task Anybody_sends_a_file_and_reads_one_answer(int width)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, width);
        var watched = await Watched.InAsync(window);
        var page = watched.Page;
        await page.GotoAsync("/?lang=en");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Verify", Exact = true }).ClickAsync();
        await page.GetByLabel("File of the credential").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "credential.xml", MimeType = "application/xml", Buffer = await site.SampleAsync() });
        await page.Locator("form[action='/verify'] button").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "This credential is valid." }).WaitForAsync();
        await watched.ShouldBeGoodAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Download the receipt" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("verification-receipt.jwt");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(640)]
    public async Task A_holder_shares_a_credential_a_stranger_opens_it_and_the_holder_sees_that_and_takes_it_back(int width)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, width);
        var holder = await Watched.InAsync(window);
        await holder.SignInAsync("holder");
        await holder.Page.GotoAsync("/?lang=en");
        await holder.Page.GotoAsync("/me");
        await holder.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Your share links" }).ClickAsync();
        await holder.Page.GetByLabel("The same, and your name").CheckAsync();
        await holder.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        (await holder.Page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldStartWith("The link is made.");
        await holder.ShouldBeGoodAsync();
        var address = new Uri(await holder.Page.GetByLabel("Address to give away").First.InputValueAsync());

        await using var elsewhere = await site.Chromium.WindowAsync(site.Address, width);
        var stranger = await Watched.InAsync(elsewhere);
        await stranger.Page.GotoAsync(address.PathAndQuery);
        await stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await stranger.ShouldBeGoodAsync();
        await stranger.Page.GetByLabel("Your organisation").FillAsync("Example Company");
        await stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show the credential" }).ClickAsync();
        await stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "This credential is valid." }).WaitForAsync();
        (await stranger.Page.GetByText("Sommut Jaidee").CountAsync()).ShouldBe(1);
        await stranger.ShouldBeGoodAsync();

        await holder.Page.ReloadAsync();
        (await holder.Page.GetByText("Example Company").First.InnerTextAsync()).ShouldBe("Somebody who named “Example Company”");
        await holder.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Take back the link" }).First.ClickAsync();
        (await holder.Page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldStartWith("The link is taken back");
        (await stranger.Page.GotoAsync(address.PathAndQuery))!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_auditor_chooses_a_finding_takes_it_up_and_dismisses_it()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, 390);
        var watched = await Watched.InAsync(window);
        var page = watched.Page;
        await watched.SignInAsync("auditor");
        await page.GotoAsync("/?lang=en");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Findings" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Decided within seconds" }).First.ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Take it up" }).ClickAsync();
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldBe("You took the finding up.");
        await watched.ShouldBeGoodAsync();
        await page.Locator("#remark-disposal").FillAsync("The demo is loaded by a program.");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync()).ShouldBe("The disposal was recorded.");
        await watched.ShouldBeGoodAsync();
    }
}
