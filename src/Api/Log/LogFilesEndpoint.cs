using CredentialLedger.Api.Http;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Api.Log;

/// <summary>Serves the log to anybody as the static files that it is (C2SP tlog-tiles): it tells a stranger nothing but that something was recorded.</summary>
public static class LogFilesEndpoint
{
    private const string Never = "public, max-age=31536000, immutable", Always = "no-cache";

    /// <summary>Map <c>/log/checkpoint</c>, <c>/log/tile/…</c> and <c>/log/tile/entries/…</c>.</summary>
    public static void MapLogFiles(this WebApplication app) => app.MapGet("/log/{**path}", Get).WithMetadata(new OpenAttribute()).ExcludeFromDescription();

    // Only a path that a tile has, or the checkpoint's, ever becomes a file name.
    private static IResult Get(string path, TileFolder folder, HttpResponse response)
    {
        var (type, caching) = path == "checkpoint" ? ("text/plain; charset=utf-8", Always) : ("application/octet-stream", Never);
        if (path != "checkpoint" && Tile.Parse(path) is null || !File.Exists(Path.Combine(folder.Path, path))) return Problem.Of(StatusCodes.Status404NotFound, "log.missing");
        response.Headers.CacheControl = caching;
        return Results.File(Path.Combine(folder.Path, path), type);
    }
}
