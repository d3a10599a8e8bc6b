using System.Globalization;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Log;

namespace CredentialLedger.Api.Hosting;

/// <summary>
/// The one program that serves a ledger whose cluster or witnesses live in its folder: a second one would start them again, and a rebuild of the read models would take them from under it. A file says who it is, and one beside it is locked for
/// as long as it lives; the kernel drops the lock however it ends, so what a killed one left written counts for nothing. eng/up.sh looks at the same files before it builds.
/// </summary>
public sealed class FolderHolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500), Beat = TimeSpan.FromMilliseconds(25);
    private readonly FileStream held;

    private FolderHolder(FileStream held) => this.held = held;

    /// <summary>The file that is locked in a ledger's folder.</summary>
    public static string LockIn(string folder) => Path.Combine(folder, "holder.lock");

    /// <summary>Hold the folder; null for other verbs, which may run beside a server, and for a server with database and witnesses elsewhere.</summary>
    /// <exception cref="HostingProblem">Another program holds it, or the folder cannot be written.</exception>
    public static async Task<FolderHolder?> TakeAsync(IConfiguration configuration, string[] args)
    {
        var elsewhere = configuration.GetConnectionString("Ledger") is { Length: > 0 } && configuration[LocalWitnesses.ProgramKey] is not { Length: > 0 };
        if (elsewhere || !CommandLine.IsAlone(args)) return null;
        var folder = LedgerFolder.Of(configuration);
        try
        {
            ClusterFolder.Make(folder);
            // Whoever only looks shares the lock for an instant.
            for (var deadline = DateTime.UtcNow + Patience; ; await Task.Delay(Beat))
            {
                if (FolderLock.TryExclusive(LockIn(folder)) is { } held) return await SignAsync(folder, held, PortOf(configuration));
                if (DateTime.UtcNow > deadline) throw new HostingProblem("folder.held", [folder, .. WhoHolds(folder)]);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new HostingProblem("folder.not-writable", folder, e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    // Process id and port, with a space between.
    private static string FileIn(string folder) => Path.Combine(folder, "holder");

    private static async Task<FolderHolder> SignAsync(string folder, FileStream held, string port)
    {
        await File.WriteAllTextAsync(FileIn(folder), $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)} {port}\n");
        return new(held);
    }

    private static string[] WhoHolds(string folder) => File.Exists(FileIn(folder)) && File.ReadAllText(FileIn(folder)).Trim().Split(' ') is [var process, var port] ? [process, port] : ["?", "?"];

    private static string PortOf(IConfiguration configuration) => (configuration["urls"] ?? "").Split(';').Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Port : (int?)null)
        .FirstOrDefault(port => port is not null)?.ToString(CultureInfo.InvariantCulture) ?? "5000";
}
