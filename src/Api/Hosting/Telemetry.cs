using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CredentialLedger.Api.Hosting;

/// <summary>Traces and metrics (OpenTelemetry, OTLP), off unless an exporter's address is configured. Nothing personal is in a path, so nothing personal is traced.</summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Leave out of every log, whatever level is configured, the line that ASP.NET Core writes about each request with its whole address: a query may hold a credential's number
    /// or the secret of a share link (docs/design/0030-verifying-online.md).
    /// </summary>
    public static void LeaveAddressesOut(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(o =>
    {
        // A rule for one provider goes before every rule for all, so that each provider named anywhere gets its own; of equal ones the last counts.
        foreach (var provider in o.Rules.Select(r => r.ProviderName).Append(null).Distinct().ToArray())
            o.Rules.Add(new(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, null));
    });

    /// <summary>Export what ASP.NET Core, Marten, Wolverine and Npgsql tell, if <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint])) return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(t => t.AddAspNetCoreInstrumentation().AddNpgsql().AddSource("Wolverine", "Marten"))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddNpgsqlInstrumentation().AddMeter("Wolverine", "Marten"))
            .UseOtlpExporter();
    }
}
