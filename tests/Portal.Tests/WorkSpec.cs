using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Portal.Tests.Rig;

namespace CredentialLedger.Portal.Tests;

/// <summary>What a party's keeper of works does in a browser, up to what a certificate shows.</summary>
[Collection(nameof(PortalSite))]
public sealed class WorkSpec(PortalSite site) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("work-spec-");

    private string Pdf => Path.Combine(folder.FullName, "credential.pdf");

    [Theory]
    [InlineData(320)]
    [InlineData(1100)]
    public async Task A_mark_is_registered_permitted_and_shown_on_certificates_until_its_permit_is_taken_back(int width)
    {
        var (file, title) = (Path.Combine(folder.FullName, "mark.png"), $"Mark of a browser at {width}");
        await File.WriteAllBytesAsync(file, MarkPictures.Png(140, width / 4));
        await using var keeper = await Seat.OfAsync(site, "work-officer-tpqi", width);
        await using var auditor = await Seat.OfAsync(site, "auditor", 390);
        var page = keeper.Page;

        await keeper.FollowAsync("Works and marks");
        await keeper.Watched.ShouldBeGoodAsync();
        await keeper.FollowAsync("Register a work");
        await page.GetByLabel("Title in Thai").FillAsync(" ");
        await page.GetByLabel("Title in English").FillAsync(title);
        await page.GetByLabel("Kind").SelectOptionAsync("Mark");
        await page.Locator("#document").SetInputFilesAsync(file);
        await keeper.PressAsync("Register the work");
        (await page.GetByLabel("Title in Thai").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await keeper.Watched.ShouldBeGoodAsync("422");
        await page.GetByLabel("Title in Thai").FillAsync("เครื่องหมายทดสอบ");
        await keeper.SendAsync("Register the work", "The work was registered.");
        var work = Guid.Parse(page.Url.Split('/')[^1]);

        await keeper.OpenAsync("Permit a use");
        await keeper.Watched.ShouldBeGoodAsync();
        await page.GetByLabel("Organisation", new() { Exact = true }).SelectOptionAsync("CB-DIGITAL");
        await page.GetByLabel("What for").FillAsync("ใบรับรองทักษะดิจิทัล");
        await page.GetByLabel("Last day, included").FillAsync("2099-12-31");
        await page.GetByLabel("Number of the letter").FillAsync("สคช. 0201/2569");
        await keeper.PressAsync("Permit a use");
        (await page.Locator("#places-refused").CountAsync()).ShouldBe(1);
        await keeper.Watched.ShouldBeGoodAsync("422");
        await page.GetByLabel("on certificates").CheckAsync();
        await keeper.SendAsync("Permit a use", "The permission was recorded.");
        await page.GetByLabel("Picture file").SetInputFilesAsync(file);
        await keeper.SendAsync("Bring the picture", "The picture is kept.");
        await keeper.Watched.ShouldBeGoodAsync();

        var credential = await IssueUnderAsync(work, 7400 + width);
        (await MarksOnAsync(auditor, credential)).ShouldBe((1, true), title);

        await ThaiAsync(keeper, "/works", "/works/new", $"/works/{work}");
        await keeper.OpenAsync("Take the permission back");
        await page.GetByLabel("Number of the letter").First.FillAsync("สคช. 0202/2569");
        await page.GetByLabel("I understand that this cannot be undone").CheckAsync();
        await keeper.Watched.ShouldBeGoodAsync();
        await keeper.SendAsync("Take the permission back", "The permission was taken back.");
        (await page.Locator(".state.off").InnerTextAsync()).ShouldContain("; taken back from");
        await keeper.Watched.ShouldBeGoodAsync();
        (await MarksOnAsync(auditor, credential)).ShouldBe((0, false), title);

        async Task<(int Pictures, bool Named)> MarksOnAsync(Seat seat, Guid id)
        {
            var answer = await seat.Window.APIRequest.GetAsync($"/credentials/{id}/document?format=pdf");
            answer.Status.ShouldBe(200);
            await File.WriteAllBytesAsync(Pdf, await answer.BodyAsync());
            var pictures = (await Tool.RunAsync("pdfimages", "-list", Pdf)).Said.Split('\n').Count(l => l.Contains(" image ", StringComparison.Ordinal));
            return (pictures, (await Tool.RunAsync("pdftotext", "-raw", Pdf, "-")).Said.Replace('\n', ' ').Contains(title, StringComparison.Ordinal));
        }
    }

    // Every form open, in the language that most people read.
    private static async Task ThaiAsync(Seat seat, params string[] pages)
    {
        await seat.Page.GotoAsync("/?lang=th");
        foreach (var address in pages)
        {
            await seat.Page.GotoAsync(address);
            var closed = seat.Page.Locator("main details:not([open]) > summary");
            while (await closed.CountAsync() > 0) await closed.First.ClickAsync();
            await seat.Watched.ShouldBeGoodAsync();
        }
        await seat.Page.GotoAsync("/?lang=en");
        await seat.Page.GotoAsync(pages[^1]);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private async Task<Guid> IssueUnderAsync(Guid mark, int number)
    {
        var (scheme, person, result) = (Guid.NewGuid(), await site.PersonAsync(number), Guid.NewGuid());
        await site.CallAsync("framework-keeper", HttpMethod.Put, $"/api/schemes/{scheme}", EstablishSchemeScenario.Body("CEC-BCTZ-001", marks: [mark]));
        await site.CallAsync("examiner", HttpMethod.Put, $"/api/results/{result}", DemoLedger.ResultBody(person));
        return await site.IssueAsync(await site.CallAsync("decider", HttpMethod.Post, "/api/decisions", new { scheme, person, ruling = "granted", results = new[] { result }, completions = Array.Empty<Guid>() }));
    }
}
