using System.Net.Sockets;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Witnessing;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;

namespace CredentialLedger.Witness.Http;

/// <summary>The server of one folder: it listens only after every file that it will rely on was checked.</summary>
internal static class WitnessHost
{
    /// <summary>Serve until the process is asked to end.</summary>
    public static async Task<int> Serve(string path, string? urls, IReadOnlyList<string> vkeys, TextWriter output, TimeProvider clock, CancellationToken token)
    {
        using var folder = WitnessFolder.Open(path);
        var keys = WitnessKeys.Read(folder.Root);
        var settings = Settings.Of(folder.Root);
        await using var app = Build(folder, keys, settings.KnownLogs(vkeys), urls ?? settings.Urls ?? Settings.DefaultUrls, new(), clock);
        try
        {
            await app.StartAsync(token);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException)
        {
            throw new RefusedException(ExitCode.Unavailable, "address-taken", urls ?? settings.Urls ?? Settings.DefaultUrls);
        }
        output.WriteLine(Words.Line("listening", keys.Witness.Key.Name, string.Join(' ', app.Urls)));
        output.Flush();
        await app.WaitForShutdownAsync(token);
        return ExitCode.Good;
    }

    /// <summary>The server, not started; <paramref name="folder"/> stays the caller's to let go.</summary>
    public static WebApplication Build(WitnessFolder folder, WitnessKeys keys, IReadOnlyList<KnownLog> logs, string urls, Limits limits, TimeProvider clock)
    {
        foreach (var url in urls.Split(';'))
        {
            // TLS is the business of whoever stands in front; a witness says nothing secret.
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/") throw new RefusedException(ExitCode.WrongUse, "bad-urls", url);
        }
        // Nothing of the environment or of the working directory is read: the folder says everything.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = folder.Root });
        builder.Services.AddRoutingCore();
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat, console.ColorBehavior) = (true, true, "yyyy-MM-ddTHH:mm:ssZ ", LoggerColorBehavior.Disabled))
            .SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.UploadBytes;
            kestrel.Limits.MaxConcurrentConnections = limits.Connections;
            kestrel.Limits.RequestHeadersTimeout = limits.CheckpointTime;
        });
        var app = builder.Build();
        var watched = logs.Select(log => new WatchedLog(log, folder, keys, clock, app.Logger)).ToDictionary(log => log.Log.Origin, StringComparer.Ordinal);
        app.MapPost("/add-checkpoint", async (HttpContext context) => await (await AddCheckpointEndpoint.Post(context, watched, limits)).Write(context));
        var uploads = new AddEntriesEndpoint(watched, limits);
        app.MapPost("/add-entries", async (HttpContext context) => await (await uploads.Post(context)).Write(context));
        MonitoringEndpoints.Map(app, watched, folder);
        return app;
    }
}
