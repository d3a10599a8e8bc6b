using CredentialLedger.Portal.Tests.Rig;
using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests;

/// <summary>What scripts add to the public page, and that it is complete without them.</summary>
[Collection(nameof(PortalSite))]
public sealed class ScanSpec(PortalSite site)
{
    private const string Number = "CL-R184-6DTQ-27P5-97";

    // As a paper has it, whatever name the ledger is reached by.
    private const string Printed = $"http://127.0.0.1:5080/verify?number={Number}&code=AAAA-AAAA";

    private static async Task<Watched> OpenAsync(IBrowserContext window, string language = "en")
    {
        var watched = await Watched.InAsync(window);
        await watched.Page.GotoAsync($"/verify?lang={language}");
        return watched;
    }

    private static Task PhotographAsync(IPage page, byte[] picture) =>
        page.GetByLabel("Or read it from a photograph").SetInputFilesAsync(new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = picture });

    [Theory]
    [InlineData(320)]
    [InlineData(640)] // 1280 px at 200 % zoom (WCAG 2.2, 1.4.4)
    public async Task A_photographed_code_leads_to_the_number_filled_in_and_nothing_is_sent(int width)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, width);
        var watched = await OpenAsync(window);
        await watched.ShouldBeGoodAsync();
        var sent = new List<string>();
        watched.Page.Request += (_, request) => sent.Add($"{request.Method} {new Uri(request.Url).PathAndQuery}");
        await PhotographAsync(watched.Page, QrPicture.Jpeg(Printed));
        await watched.Page.WaitForURLAsync($"{site.Address}verify?number={Number}");
        sent.ShouldAllBe(s => s.StartsWith("GET ", StringComparison.Ordinal) && !s.Contains("AAAA"));
        (await watched.Page.Locator("#number").InputValueAsync()).ShouldBe(Number);
        await watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task A_photographed_share_link_leads_to_its_page()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address);
        var page = (await OpenAsync(window)).Page;
        await PhotographAsync(page, QrPicture.Jpeg($"{site.Address}verify/link?t=none"));
        await page.WaitForURLAsync($"{site.Address}verify/link?t=none");
    }

    [Theory]
    [InlineData("https://evil.example/verify?number=CL-R184-6DTQ-27P5-97")]
    [InlineData("http://127.0.0.1:5080/sign-in?returnUrl=/me")]
    [InlineData("javascript:alert(1)")]
    [InlineData("CL-R184-6DTQ-27P5-97")]
    public async Task A_code_of_anybody_else_is_refused_with_a_sentence_and_opens_nothing(string text)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, 320);
        var watched = await OpenAsync(window);
        var before = watched.Page.Url;
        await PhotographAsync(watched.Page, QrPicture.Jpeg(text));
        await watched.Page.GetByText("This QR code is not one of this ledger").WaitForAsync();
        watched.Page.Url.ShouldBe(before);
        await watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task A_picture_that_is_none_is_told_in_the_language_of_the_page()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address);
        var page = (await OpenAsync(window, "th")).Page;
        await page.Locator("#scan-photograph").SetInputFilesAsync(new FilePayload { Name = "x.png", MimeType = "image/png", Buffer = [1, 2, 3] });
        await page.GetByText("เบราว์เซอร์นี้เปิดไฟล์ภาพนี้ไม่ได้").WaitForAsync();
    }

    [Fact]
    public async Task A_dropped_file_is_answered_as_a_chosen_one()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address);
        var watched = await OpenAsync(window);
        var document = Convert.ToBase64String(await site.SampleAsync());
        const string Files = "(contents) => { const t = new DataTransfer(); contents.forEach((c, i) => t.items.add(new File([Uint8Array.from(atob(c), x => x.charCodeAt(0))], `${i}.xml`))); return t; }";
        var two = await watched.Page.EvaluateHandleAsync(Files, new[] { document, document });
        await watched.Page.Locator("#drop").DispatchEventAsync("drop", new { dataTransfer = two });
        await watched.Page.GetByText("Drop one file at a time.").WaitForAsync();
        var one = await watched.Page.EvaluateHandleAsync(Files, new[] { document });
        await watched.Page.Locator("#drop").DispatchEventAsync("drop", new { dataTransfer = one });
        await watched.Page.GetByRole(AriaRole.Heading, new() { Name = "This credential is valid." }).WaitForAsync();
        await watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task The_camera_reads_a_code_and_is_off_when_it_is_stopped_or_not_allowed()
    {
        var film = Path.Combine(Directory.CreateTempSubdirectory("ledger-film-").FullName, "code.y4m");
        QrPicture.Film("https://evil.example/", film);
        await using var chromium = new Chromium();
        await chromium.StartAsync("--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
        await using var window = await chromium.WindowAsync(site.Address, 320);
        var watched = await OpenAsync(window);
        var (page, start) = (watched.Page, watched.Page.GetByRole(AriaRole.Button, new() { Name = "Scan the QR code with the camera" }));
        await start.ClickAsync();
        await page.GetByText("The camera could not be used").WaitForAsync();

        await window.GrantPermissionsAsync(["camera"]);
        await start.ClickAsync();
        await page.GetByText("This QR code is not one of this ledger").WaitForAsync();
        (await page.EvaluateAsync<bool>("document.getElementById('scan-film').srcObject === null")).ShouldBeTrue();
        await watched.ShouldBeGoodAsync();

        QrPicture.Film(Printed, film);
        await start.ClickAsync();
        await page.WaitForURLAsync($"{site.Address}verify?number={Number}");
        Directory.Delete(Path.GetDirectoryName(film)!, recursive: true);
    }

    [Theory]
    [InlineData("/verify", "camera=(self), ")]
    [InlineData("/verify/number", "camera=(), ")]
    [InlineData("/", "camera=(), ")]
    public async Task The_camera_is_left_to_this_page_alone(string address, string permissions)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var answer = await client.GetAsync(address);
        answer.Headers.GetValues("Permissions-Policy").Single().ShouldStartWith(permissions);
    }

    [Fact]
    public async Task Without_scripts_no_button_is_shown_that_could_do_nothing_and_a_file_is_answered()
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, scripts: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/verify?lang=en");
        foreach (var part in (string[])["#scan", "#scan-start", "#scan-photograph", "#drop-hint"]) (await page.Locator(part).IsVisibleAsync()).ShouldBeFalse(part);
        await page.GetByLabel("File of the credential").SetInputFilesAsync(new FilePayload { Name = "credential.xml", MimeType = "application/xml", Buffer = await site.SampleAsync() });
        await page.Locator("form[action='/verify'] button").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "This credential is valid." }).WaitForAsync();
    }
}
