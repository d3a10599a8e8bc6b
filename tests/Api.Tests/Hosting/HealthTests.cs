using System.Net;
using System.Net.Http.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using Npgsql;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>What the health addresses say, and to whom: anybody.</summary>
public sealed class HealthTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static string Of(Answer answer, string check) => answer.Json.GetProperty("checks").GetProperty(check).GetString()!;

    private Task RunAsync(string sql) => host.TamperAsync(sql);

    [Fact]
    public async Task A_ledger_that_can_serve_is_alive_and_ready()
    {
        (await host.GetAsync("", "/health/live")).Status.ShouldBe(200);
        // For a moment after a start the read models have the last events still to take in.
        await Eventually.BeAsync(async () => Of(await host.GetAsync("", "/health/ready"), "read-models"), "healthy");
        var ready = await host.GetAsync("", "/health/ready");
        ready.Status.ShouldBe(200);
        ready.Json.GetProperty("status").GetString().ShouldBe("healthy");
        (Of(ready, "database"), Of(ready, "master-key")).ShouldBe(("healthy", "healthy"));
    }

    [Fact]
    public async Task A_master_key_older_than_thirty_days_degrades()
    {
        await RunAsync("update keys.masters set since = since - interval '30 days' - interval '1 minute'");
        var ready = await host.GetAsync("", "/health/ready");
        await RunAsync("update keys.masters set since = since + interval '30 days' + interval '1 minute'");
        ready.Status.ShouldBe(200, "it still serves");
        ready.Json.GetProperty("status").GetString().ShouldBe("degraded");
        Of(ready, "master-key").ShouldBe("degraded");
    }

    [Fact]
    public async Task A_database_that_is_away_makes_it_not_ready_and_every_request_a_problem()
    {
        var name = new NpgsqlConnectionStringBuilder(host.ConnectionString).Database;
        using var officer = new Browser(host.App.Server) { Accept = "text/html" };
        await officer.SignInAsync("hr-officer", "/me");
        await LedgerCluster.RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS false");
        try
        {
            await LedgerCluster.RunAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
            var ready = await host.GetAsync("", "/health/ready");
            ready.Status.ShouldBe(503);
            (Of(ready, "database"), Of(ready, "master-key")).ShouldBe(("unhealthy", "unhealthy"));
            (await host.GetAsync("", "/health/live")).Status.ShouldBe(200);
            var answer = await host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(1));
            answer.ShouldRefuse(503, "ledger.unavailable");
            answer.Text.ShouldNotContain("Exception");
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/people/{Guid.NewGuid()}") { Content = JsonContent.Create(DemoLedger.Person(1)) };
            await host.App.AuthorizeAsync(request, "hr-officer");
            using var client = host.App.Server.CreateClient();
            using (var refused = await client.SendAsync(request)) refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
            var page = await officer.GetAsync("/me");
            page.Status.ShouldBe(503);
            WebUtility.HtmlDecode(page.Text).ShouldContain(Sentences.Thai("ledger.unavailable"));
        }
        finally
        {
            await LedgerCluster.RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS true");
        }
        await Eventually.BeAsync(async () => (await host.GetAsync("", "/health/ready")).Status, 200);
    }
}
