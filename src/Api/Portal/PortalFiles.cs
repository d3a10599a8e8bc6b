using System.Reflection;
using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Portal;

/// <summary>The portal's stylesheet, fonts and scripts, which are inside the program.</summary>
public static class PortalFiles
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private static readonly Assembly Program = typeof(PortalFiles).Assembly;

    /// <summary>What tells this build's files from another's, so that a browser may keep them for good.</summary>
    public static string Version { get; } = Program.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Serve them.</summary>
    public static void MapFiles(this WebApplication app) => app.MapGet("/portal/{version}/{**file}", Get).ExcludeFromDescription();

    [Open]
    private static IResult Get(HttpContext http, string version, string file)
    {
        if (Program.GetManifestResourceStream($"portal/{file}") is not { } content) return Problem.Of(StatusCodes.Status404NotFound, "request.unknown-address");
        http.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Stream(content, Types[Path.GetExtension(file)]);
    }
}
