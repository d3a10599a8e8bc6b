using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Storage;

namespace CredentialLedger.Witness.Http;

/// <summary>What anybody may read: "if providing both mirror and witness services, … the monitoring prefixes MUST be distinct", so they are /witness and /mirror.</summary>
internal static class MonitoringEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8", Mutable = "no-cache", Immutable = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app, IReadOnlyDictionary<string, WatchedLog> logs, WitnessFolder folder)
    {
        var hashes = logs.Values.ToDictionary(log => log.Log.Hash, StringComparer.Ordinal);
        // "A witness SHOULD serve a recent checkpoint for each log it cosigned … If the witness has never cosigned a checkpoint for that log, … 404 Not Found."
        Get(app, "/witness/{log}/checkpoint", context => Note(context, Of(context)?.Witness.Head?.Note.ToBytes()));
        Get(app, "/mirror/{log}/checkpoint", context => Note(context, Of(context)?.Mirror.Head?.Note.ToBytes()));
        Get(app, "/mirror/{log}/{**path}", context => Tile_(context, Of(context)));
        Get(app, "/health/live", context => Text(context, StatusCodes.Status200OK, "live\n"));
        Get(app, "/health/ready", context =>
        {
            var damaged = logs.Values.Select(log => log.Damage).OfType<DamagedException>().ToList();
            return damaged.Count == 0 ? Text(context, StatusCodes.Status200OK, "ready\n")
                : Text(context, StatusCodes.Status503ServiceUnavailable, string.Concat(damaged.Select(found => Words.Both(found.Name, found.Values) + "\n")));
        });

        WatchedLog? Of(HttpContext context) => hashes.GetValueOrDefault((string)context.Request.RouteValues["log"]!);

        Task Tile_(HttpContext context, WatchedLog? log)
        {
            // Only what is, letter by letter, the path of a tile or a bundle is ever looked for on disk.
            var path = (string?)context.Request.RouteValues["path"] ?? "";
            if (log is null || Tile.Parse(path) is null || new FileInfo(Path.Combine(folder.MirrorOf(log.Log.Hash), path)) is not { Exists: true } file) return NotFound(context);
            context.Response.Headers.CacheControl = Immutable;
            context.Response.ContentType = "application/octet-stream";
            context.Response.ContentLength = file.Length;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(file.FullName, context.RequestAborted);
        }
    }

    private static void Get(IEndpointRouteBuilder app, string pattern, RequestDelegate answer) => app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], answer);

    private static Task Note(HttpContext context, byte[]? note)
    {
        if (note is null) return NotFound(context);
        context.Response.Headers.CacheControl = Mutable;
        return new Answer(StatusCodes.Status200OK, PlainText, note).Write(context);
    }

    private static Task NotFound(HttpContext context) => Answer.Refused(StatusCodes.Status404NotFound, "nothing-there").Write(context);

    private static Task Text(HttpContext context, int status, string text)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new Answer(status, PlainText, System.Text.Encoding.UTF8.GetBytes(text)).Write(context);
    }
}
