using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CredentialLedger.Api.Hosting.Web;

/// <summary>What keeps the web server polite and hard to tire: headers, limits of size, time and number, and whose requests it hears (docs/design/0010).</summary>
public static class WebHygiene
{
    /// <summary>Largest body of a request in bytes, unless its endpoint says otherwise; JSON and uploads end earlier.</summary>
    public const long MaxBody = 2 * 1024 * 1024;

    /// <summary>Register it.</summary>
    /// <exception cref="HostingProblem">Outside Development every host name would be answered.</exception>
    public static void AddWebHygiene(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Web").Get<WebSettings>() ?? new());
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Limits").Get<Limits>() ?? new());
        // Before every other filter, so that what they refuse has the headers and a problem, too.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, Outermost>());
        builder.WebHost.ConfigureKestrel(Limit);
        services.AddRateLimits();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<Limits>((o, limits) => o.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(limits.RequestSeconds),
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = context => Problem.Of(StatusCodes.Status504GatewayTimeout, "request.timeout").ExecuteAsync(context),
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<WebSettings>(Trust);

        var hosts = HostsOf(configuration, builder.Environment);
        services.PostConfigure<HostFilteringOptions>(o => (o.AllowedHosts, o.AllowEmptyHosts, o.IncludeFailureMessage) = (hosts, false, false));
    }

    /// <summary>Hosts that are answered: those of <c>AllowedHosts</c>, else the loopback's and that of the ledger's public address.</summary>
    private static string[] HostsOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var given = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (given.Contains("*") && !environment.IsDevelopment()) throw new HostingProblem("hosts.any");
        var settings = configuration.GetSection("Ledger").Get<ProgrammeSettings>() ?? new();
        return given.Length > 0 ? given : ["localhost", "127.0.0.1", "[::1]", settings.PublicUri.Host];
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024; // a sign-in's cookies come in chunks of 4 KB
        kestrel.Limits.MaxRequestHeaderCount = 64;
        // Whoever sends a byte now and then holds a connection no longer than this.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
    }

    private static void Trust(ForwardedHeadersOptions options, WebSettings settings)
    {
        options.ForwardedHeaders = settings.TrustedProxies.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }

    private sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders();
            app.UseMiddleware<SecurityHeaders>();
            app.UseStatusCodePages(BareStatus.Explain);
            next(app);
        };
    }
}
