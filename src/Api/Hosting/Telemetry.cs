using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CredentialLedger.Api.Hosting;

/// <summary>Traces and metrics (OpenTelemetry, OTLP), off unless an exporter's address is configured. Nothing personal is in a path, so nothing personal is traced.</summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

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
