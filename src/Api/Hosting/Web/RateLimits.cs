using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Hosting.Web;

/// <summary>How many requests a minute one caller may make: by who they are when they are signed in, else by their address.</summary>
public static class RateLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Register the limits.</summary>
    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        // In this order, so that what the tighter limit refuses is not counted by the other.
        o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(Costly), PartitionedRateLimiter.Create<HttpContext, string>(Everything));
        o.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problem.Of(StatusCodes.Status429TooManyRequests, "request.too-many").ExecuteAsync(rejected.HttpContext);
        };
    });

    private static RateLimitPartition<string> Everything(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health")) return RateLimitPartition.GetNoLimiter("health");
        var limits = context.RequestServices.GetRequiredService<Limits>();
        return CallerOf(context) is { } caller ? Window(caller, limits.SignedIn) : Window(AddressOf(context), limits.Anonymous);
    }

    // Guessing is cheap for whoever is signed in as somebody else, too: so by address, whoever asks.
    private static RateLimitPartition<string> Costly(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<Limits>();
        if (context.Request.Path.StartsWithSegments("/api/verify/batch")) return Window($"batch {AddressOf(context)}", limits.Batches);
        return limits.TightPaths.FirstOrDefault(p => context.Request.Path.StartsWithSegments(p)) is { } path
            ? Window($"{path} {AddressOf(context)}", limits.Tight)
            : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Minute, QueueLimit = 0 });

    // Who somebody is by a principal that was authenticated, never by what a header claims.
    private static string? CallerOf(HttpContext context) =>
        context.User is { Identity.IsAuthenticated: true } user && (user.FindFirst("sub") ?? user.FindFirst("client_id"))?.Value is { } id ? $"caller {id}" : null;

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } v4 => v4.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } v6 => new IPAddress([.. v6.GetAddressBytes()[..8], .. new byte[8]]).ToString(),
        var v4 => v4.ToString(),
    };
}
