using Alba;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>How long a session at the portal lasts, by a clock that the test moves.</summary>
public sealed class PortalSessionTests(LedgerHost host) : IClassFixture<LedgerHost>, IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private IAlbaHost app = null!;

    public async Task InitializeAsync() => app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, more: b => b.ConfigureServices(s => s.AddSingleton<TimeProvider>(clock)));

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<bool> SignedInAsync(Browser browser)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var page = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        page.Request.Headers.Cookie = browser.Cookies.GetCookieHeader(new("http://localhost/"));
        return Principal.Of((await page.AuthenticateAsync()).Principal) is not null;
    }

    [Fact]
    public async Task It_ends_half_an_hour_after_the_last_page_and_eight_hours_after_it_began()
    {
        using var browser = new Browser(app.Server);
        await browser.SignInAsync();
        clock.Ahead += TimeSpan.FromMinutes(29);
        (await SignedInAsync(browser)).ShouldBeTrue();
        clock.Ahead += TimeSpan.FromMinutes(2);
        (await SignedInAsync(browser)).ShouldBeFalse("no page was opened for half an hour");

        await browser.SignInAsync();
        for (var minutes = 20; minutes < 480; minutes += 20)
        {
            clock.Ahead += TimeSpan.FromMinutes(20);
            await browser.GetAsync("/health/live");
            (await SignedInAsync(browser)).ShouldBeTrue($"{minutes} minutes");
        }
        clock.Ahead += TimeSpan.FromMinutes(20);
        await browser.GetAsync("/health/live");
        (await SignedInAsync(browser)).ShouldBeFalse("eight hours are over");
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
