using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>No page is kept by a cache, and the log warns of nothing while people read and send forms.</summary>
public sealed class CachingScenario : IAsyncLifetime
{
    private readonly Lines lines = new();
    private readonly DemoLedger demo;

    public CachingScenario() => demo = new((b, _) => b.ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines))));

    [Fact]
    public async Task Pages_with_forms_without_and_refused_are_for_no_cache_and_leave_the_log_quiet()
    {
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        using var stranger = new SignIn.Browser(demo.Host.App.Server) { Accept = "text/html" };
        var form = PortalVisits.Form(await keeper.ReadAsync("/works/new"), "/works/new");
        foreach (var visit in new[]
        {
            await keeper.GetAsync("/me"), await keeper.GetAsync("/works"), await keeper.GetAsync("/works/ac000000-0000-4000-8000-000000000003"), await keeper.GetAsync("/appointments"),
            await keeper.PostAsync("/works/new", form), await stranger.GetAsync("/verify"), await stranger.GetAsync("/nowhere"), await stranger.PersonaPageAsync(),
        })
            visit.Caching.ShouldContain("no-store");
        lines.All.Where(l => l.Level >= LogLevel.Warning).Select(l => l.Text).ShouldBeEmpty();
        await keeper.PostAsync("/works/new");
        lines.All.ShouldContain(l => l.Level == LogLevel.Warning && l.Text.Contains("antiforgery"), "the log is heard: of a forged form it warns");
    }

    public Task InitializeAsync() => demo.InitializeAsync();

    public Task DisposeAsync() => demo.DisposeAsync();
}
