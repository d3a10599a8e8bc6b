using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>Starts, finds and stops the server of one folder. Every caller holds the folder's lock.</summary>
/// <remarks>
/// The server's processes inherit a lock on a file, so the kernel knows whether any of them lives: process ids are given to
/// others after a restart, zombies keep theirs, and another container's are not to be seen.
/// </remarks>
internal sealed class Server(ClusterFolder folder, Binaries binaries, ClusterOptions options)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(25);

    /// <summary>The port of the server that already runs on this folder, once it answers; null when none runs.</summary>
    public async Task<int?> FindAsync(Func<int, string> connectionString, CancellationToken cancel)
    {
        for (var deadline = DateTime.UtcNow + options.Patience; IsAlive(); await Task.Delay(Beat, cancel))
        {
            // While it starts or stops, or while a killed server's last children end, it does not answer.
            var postmaster = Postmaster.Read(folder);
            if (postmaster is not null && await Postmaster.AnswersAsync(folder, connectionString(postmaster.Port), cancel)) return postmaster.Port;
            if (DateTime.UtcNow > deadline) throw new HostingProblem("postgres.no-answer", postmaster?.ProcessId.ToString(CultureInfo.InvariantCulture) ?? "?", folder.Log);
        }

        // PostgreSQL itself would take a killed server's number, given to another process since, for that server.
        File.Delete(folder.PidFile);
        return null;
    }

    /// <summary>Starts the server on a free port and waits until it is ready.</summary>
    public async Task<int> StartAsync(CancellationToken cancel)
    {
        folder.CheckSpace(options.FreeBytesToStart);
        var offset = await ServerLog.PrepareAsync(folder, cancel);
        for (var tries = 1; ; tries++)
        {
            var port = FreePort();

            // pg_ctl puts the server into a session of its own: Ctrl+C reaches the program, and the program stops the server.
            var settings = string.Join(' ', options.Settings(port).Select(setting => $"-c {setting}"));
            var started = await PgCtlAsync(["start", "-l", folder.Log, "-o", settings], cancel);
            if (started.Fine) return port;

            var log = await ServerLog.SinceAsync(folder, offset, cancel);
            if (ServerLog.IsDiskFull(log)) throw ClusterFolder.DiskFull(folder.Root, options.FreeBytesToStart);
            var portWasTaken = log.Contains("Address already in use", StringComparison.Ordinal);
            if (!portWasTaken || tries == 5) throw new HostingProblem("postgres.start-failed", ServerLog.Gist(log.Length > 0 ? log : started.Output), folder.Log);
            offset += System.Text.Encoding.UTF8.GetByteCount(log);
        }
    }

    /// <summary>Ends all sessions, writes everything out and waits for the end.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        var stopped = await PgCtlAsync(["stop", "-m", "fast"], cancel);
        if (!stopped.Fine && Postmaster.Read(folder) is not null && IsAlive())
            throw new HostingProblem("postgres.stop-failed", ServerLog.Gist(stopped.Output), folder.Log);
    }

    private bool IsAlive()
    {
        using var nobodyHasIt = FolderLock.TryExclusive(folder.ServerLock);
        return nobodyHasIt is null;
    }

    private Task<Tool.Ending> PgCtlAsync(string[] words, CancellationToken cancel)
    {
        var patience = options.Patience.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        string[] pgCtl = [binaries.PgCtl, "-D", folder.Data, "-w", "-t", patience, .. words];
        return ClusterUser.Here.RunAsync(words[0] == "start" ? ["flock", "--nonblock", folder.ServerLock, .. pgCtl] : pgCtl, folder.Data, "", cancel);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
