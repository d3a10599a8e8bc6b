using System.Net;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Web;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using LedgerHost = CredentialLedger.Api.Tests.Rig.LedgerHost;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>Headers, limits and names of the web server, as docs/design/0010 says them.</summary>
public sealed partial class WebHygieneTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly string[] EveryAnswer =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string? @as = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (@as is not null) request.Headers.Host = @as;
        return await client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/api/trust", 200)]
    [InlineData("/api/frameworks", 401)]
    [InlineData("/nowhere", 404)]
    [InlineData("/openapi/v1.json", 200)]
    public async Task Every_answer_has_the_headers(string path, int status)
    {
        using var client = host.App.Server.CreateClient();
        using var answer = await GetAsync(client, path);
        ((int)answer.StatusCode).ShouldBe(status);
        foreach (var name in EveryAnswer) Header(answer, name).ShouldNotBeEmpty(name);
        Header(answer, "Content-Security-Policy").ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; ");
        Header(answer, "Content-Security-Policy").ShouldNotContain("unsafe");
        Header(answer, "Strict-Transport-Security").ShouldBeEmpty("a development ledger has no certificate to insist on");
        if (path.StartsWith("/api", StringComparison.Ordinal)) answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_reference_has_a_policy_of_its_own_with_a_new_nonce_each_time()
    {
        using var client = host.App.Server.CreateClient();
        var nonces = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await GetAsync(client, "/docs/");
            var nonce = Nonce().Match(Header(answer, "Content-Security-Policy")).Groups[1].Value;
            nonces.Add(nonce);
            nonce.Length.ShouldBeGreaterThanOrEqualTo(16);
            Header(answer, "Content-Security-Policy").ShouldContain("script-src 'self' 'nonce-");
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain($"nonce=\"{nonce}\"");
        }
        nonces.ShouldBeUnique();
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [Fact]
    public async Task Somebody_who_asks_too_often_is_told_when_to_come_again()
    {
        await using var app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, more: b => b.UseSetting("Limits:Anonymous", "5").UseSetting("Limits:Tight", "2"));
        using var client = app.Server.CreateClient();
        async Task<HttpResponseMessage> Verify() => await client.PostAsync("/api/verify", new ByteArrayContent("<x/>"u8.ToArray()));
        for (var i = 0; i < 2; i++) (await Verify()).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await Verify();
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("\"request.too-many\"");
        Header(refused, "X-Content-Type-Options").ShouldBe("nosniff");

        // Other paths have what is left of five, of which the refused request took none; health is never counted.
        for (var i = 0; i < 3; i++) (await GetAsync(client, "/api/trust")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(client, "/api/trust")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 10; i++) (await GetAsync(client, "/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:5080", 200)]
    [InlineData("ledger.example", 200)]
    [InlineData("evil.example", 400)]
    public async Task Only_its_own_names_are_answered(string name, int status)
    {
        await using var app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, more: b => b.UseSetting("Ledger:PublicUri", "https://ledger.example"));
        using var client = app.Server.CreateClient();
        using var answer = await GetAsync(client, "/api/trust", name);
        ((int)answer.StatusCode).ShouldBe(status);
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        if (status == 400) (await answer.Content.ReadAsStringAsync()).ShouldContain("request.malformed");
    }

    [Fact]
    public void Outside_development_no_ledger_answers_to_every_name()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(new Microsoft.AspNetCore.Builder.WebApplicationOptions { EnvironmentName = "Production", Args = ["--AllowedHosts=*"] });
        Should.Throw<HostingProblem>(builder.AddWebHygiene).Code.ShouldBe("hosts.any");
    }

    [Fact]
    public async Task Outside_development_a_browser_is_told_to_insist_on_TLS_and_only_over_TLS()
    {
        await using var app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, "Production", b => b.UseSetting("SignIn:Embedded", "false").UseSetting("SignIn:Authority", "https://id.example")
            .UseSetting("Ledger:LogOrigin", "credentialledger.example/development")); // the log that this ledger has already
        using var client = app.Server.CreateClient();
        using var plain = await GetAsync(client, "/health/live");
        Header(plain, "Strict-Transport-Security").ShouldBeEmpty();
        using var overTls = app.Server.CreateClient();
        overTls.BaseAddress = new("https://localhost");
        using var secure = await GetAsync(overTls, "/health/live");
        Header(secure, "Strict-Transport-Security").ShouldContain("max-age=31536000");
    }

    [Fact]
    public void The_server_limits_bodies_headers_and_slowness()
    {
        var limits = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        limits.AddServerHeader.ShouldBeFalse();
        limits.Limits.MaxRequestBodySize.ShouldBe(WebHygiene.MaxBody);
        limits.Limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        limits.Limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBe(240);
    }

    [Fact]
    public void Every_request_but_an_import_has_an_end()
    {
        var timeouts = host.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value;
        timeouts.DefaultPolicy!.Timeout.ShouldNotBeNull();
        var endless = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null).Select(e => e.RoutePattern.RawText).Distinct();
        endless.ShouldBe(["/api/imports/{kind}"]);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_with_a_problem()
    {
        await using var app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, more: b => b.UseSetting("Limits:RequestSeconds", "1"));
        using var client = app.Server.CreateClient();
        using var answer = await client.PostAsync("/api/verify", new StreamContent(new Endless()));
        answer.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"request.timeout\"");
    }

    /// <summary>A body of which nothing ever arrives.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
