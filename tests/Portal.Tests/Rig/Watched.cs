using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>A page in a window, watched: whatever it complains of is kept.</summary>
public sealed class Watched(IPage page)
{
    private readonly List<string> complaints = [];

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Open a page in a window, and watch it.</summary>
    public static async Task<Watched> InAsync(IBrowserContext window)
    {
        var watched = new Watched(await window.NewPageAsync());
        await watched.Page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('refused by policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        watched.Page.Console += (_, said) => { if (said.Type is "error" or "warning") watched.complaints.Add($"{said.Text} at {said.Location}"); };
        watched.Page.PageError += (_, error) => watched.complaints.Add(error);
        return watched;
    }

    /// <summary>Become a persona by one click, from a page that needs it.</summary>
    public async Task SignInAsync(string persona, string to = "/me")
    {
        await page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(to)}");
        await page.Locator($"button[value='{persona}']").ClickAsync();
        await page.WaitForURLAsync($"**{to}");
    }

    /// <summary>The page is good: calm, no id stands twice (a label would name the wrong thing, and axe does not look), and axe finds nothing.</summary>
    public async Task ShouldBeGoodAsync(params string[] expected)
    {
        await ShouldBeCalmAsync(expected);
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)")).ShouldBeEmpty(page.Url);
        var found = await page.RunAxe();
        found.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty(page.Url);
    }

    /// <summary>Nothing was complained of, and at 320 px it need not be scrolled sideways (WCAG 2.2, 1.4.10).</summary>
    public async Task ShouldBeCalmAsync(params string[] expected)
    {
        var name = $"{page.Url} in {await page.Locator("html").GetAttributeAsync("lang")}";
        complaints.Where(c => !expected.Any(e => c.Contains(e, StringComparison.Ordinal))).ShouldBeEmpty(name);
        complaints.Clear();
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 640);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, name);
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await KeepAsync(name);
    }

    // PORTAL_SCREENSHOTS names a folder for whoever wants to look.
    private async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is not { Length: > 0 } folder) return;
        var file = string.Concat(new Uri(page.Url).AbsolutePath.Replace('/', '_'), "-", name[^2..], "-", page.ViewportSize!.Width.ToString(), ".png");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
    }
}
