using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>Somebody signed in at a window of their own, who reads English.</summary>
public sealed class Seat : IAsyncDisposable
{
    private Seat(IBrowserContext window, Watched watched) => (Window, Watched) = (window, watched);

    /// <summary>The window, with its cookies.</summary>
    public IBrowserContext Window { get; }

    /// <summary>Its page, watched.</summary>
    public Watched Watched { get; }

    /// <summary>Its page.</summary>
    public IPage Page => Watched.Page;

    /// <summary>Open a window of a width and sign a persona in.</summary>
    public static async Task<Seat> OfAsync(PortalSite site, string persona, int width)
    {
        var window = await site.Chromium.WindowAsync(site.Address, width);
        var seat = new Seat(window, await Watched.InAsync(window));
        await seat.Watched.SignInAsync(persona);
        await seat.Page.GotoAsync("/?lang=en");
        return seat;
    }

    /// <summary>Press a button, and read what is said of what was done.</summary>
    public async Task SendAsync(string act, string said)
    {
        await PressAsync(act);
        (await Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe(said);
    }

    /// <summary>Press a button.</summary>
    public Task PressAsync(string act) => Page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();

    /// <summary>Follow a link.</summary>
    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>Open the form behind a summary.</summary>
    public Task OpenAsync(string summary) => Page.Locator("summary", new() { HasText = summary }).First.ClickAsync();

    /// <summary>Wait for a heading.</summary>
    public Task ReadAsync(string heading) => Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Window.DisposeAsync();
}
