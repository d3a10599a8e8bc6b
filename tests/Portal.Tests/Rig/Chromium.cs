using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>Debian's own Chromium, driven by Playwright; no browser is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Start it, with more arguments than it always has.</summary>
    public async Task StartAsync(params string[] more)
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            // Its sandbox refuses to run as root.
            Args = Environment.UserName == "root" ? ["--no-sandbox", .. more] : more,
        });
    }

    /// <summary>A window without any history, as wide as a phone's.</summary>
    public Task<IBrowserContext> WindowAsync(Uri address, int width = 390, bool scripts = true) =>
        browser!.NewContextAsync(new() { BaseURL = address.AbsoluteUri, ViewportSize = new() { Width = width, Height = 800 }, Locale = "th-TH", JavaScriptEnabled = scripts });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome")])
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium is installed: eng/install.sh installs it.");
}
