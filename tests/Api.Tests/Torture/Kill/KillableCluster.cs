using System.Diagnostics;
using System.Globalization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Tests.Rig;
using Npgsql;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>A private cluster as the ledger has it, every commit on disk before its answer; and the way to kill all its processes at once.</summary>
internal sealed class KillableCluster(string folder) : IAsyncDisposable
{
    private EmbeddedPostgres? running;

    /// <summary>A folder for a ledger with a cluster of its own, which the cluster's user may enter, and which ends with this process.</summary>
    public static string NewFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"ledger-kill-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        Rig.Undertaker.WaitFor(Path.Combine(folder, "postgres"));
        return folder;
    }

    /// <summary>Start it, or find it running.</summary>
    public async Task StartAsync()
    {
        var next = await EmbeddedPostgres.StartAsync(folder);
        if (running is not null) await running.DisposeAsync(); // the new user of the folder keeps the server
        running = next;
    }

    /// <summary>A pool of connections as a role of the ledger.</summary>
    /// <param name="synchronous">Whether a commit waits for the disk, as it does; no only where a test must see a loss.</param>
    public NpgsqlDataSource Open(bool synchronous = true) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(running!.ConnectionString)
    {
        Options = synchronous ? null : "-c synchronous_commit=off",
        Timeout = 15,
        CommandTimeout = 15,
    }.ConnectionString);

    /// <summary>kill -9 of the postmaster and of each of its children, none of which sees another's end.</summary>
    public async Task KillAsync()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        await SignalAsync("STOP", [postmaster]);
        int[] all = [.. ChildrenOf(postmaster), postmaster];
        await SignalAsync("KILL", all);
        await Eventually.BeAsync(() => Task.FromResult(all.Any(IsAlive)), false);
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    private static async Task SignalAsync(string signal, int[] processes)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(p => p.ToString(CultureInfo.InvariantCulture))]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    // proc(5): the parent is the second word after the name, which ends with the last bracket.
    private static IEnumerable<int> ChildrenOf(int parent) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(id => Words(id) is [_, var p, ..] && p == parent.ToString(CultureInfo.InvariantCulture)).ToArray();

    private static bool IsAlive(int id) => Words(id) is [not "Z", ..];

    private static string[] Words(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
