using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>The API as a process of its own, the Release build that <c>make up</c> runs, on a free port of the loopback.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly TaskCompletionSource listening = new();
    private readonly List<string> said = [];
    private readonly string pidFile;

    private ApiProcess(Process process, Uri address, string pidFile) => (this.process, Address, this.pidFile) = (process, address, pidFile);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Process id.</summary>
    public int Id => process.Id;

    /// <summary>How long it took from its start until it said that it listens.</summary>
    public TimeSpan ToListening { get; private set; }

    /// <summary>Processor time that its threads have used; the kernel counts in hundredths of a second.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Start it on a ledger's folder, whose cluster runs already, and wait until it says that it listens.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="demo">Whether it loads the demo programme.</param>
    /// <param name="token">Stops waiting.</param>
    /// <param name="limited">Whether its limits of requests hold; one address must not make as many as a load does.</param>
    public static async Task<ApiProcess> Start(string folder, bool demo, CancellationToken token, bool limited = true)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(BenchLedger.Repository, "src/Api/bin/Release/net10.0/CredentialLedger.Api.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Urls"] = address.OriginalString;
        start.Environment["Ledger__Folder"] = folder;
        start.Environment["Ledger__Demo"] = demo ? Path.Combine(BenchLedger.Repository, "demo") : "";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        if (!limited) start.Environment["Limits__Anonymous"] = start.Environment["Limits__Tight"] = start.Environment["Limits__SignedIn"] = $"{int.MaxValue}";
        start.Environment["Logging__LogLevel__CredentialLedger.Api.Issuing.Batches"] = "Debug"; // where a batch's time goes
        start.Environment.Remove("ConnectionStrings__Ledger");

        var watch = Stopwatch.StartNew();
        var api = new ApiProcess(Process.Start(start)!, address, Path.Combine(folder, "api.pid"));
        await File.WriteAllTextAsync(api.pidFile, $"{api.Id}", token); // so that eng/bench.sh can end it when we are killed
        api.process.OutputDataReceived += (_, line) => api.Hear(line.Data, watch);
        api.process.ErrorDataReceived += (_, line) => api.Hear(line.Data, watch);
        api.process.BeginOutputReadLine();
        api.process.BeginErrorReadLine();
        await Task.WhenAny(api.listening.Task, api.process.WaitForExitAsync(token), Task.Delay(Patience, token));
        if (api.listening.Task.IsCompletedSuccessfully) return api;
        await api.DisposeAsync();
        throw new InvalidOperationException($"The API does not listen:\n{api.Said}");
    }

    /// <summary>What it said that holds a text.</summary>
    public IReadOnlyList<string> Lines(string text)
    {
        lock (said) return [.. said.Where(line => line.Contains(text, StringComparison.Ordinal))];
    }

    /// <summary>Let it work for a while.</summary>
    public async Task Wait(TimeSpan time, CancellationToken token)
    {
        await Task.Delay(time, token);
        if (process.HasExited) throw new InvalidOperationException($"The API ended:\n{Said}");
    }

    /// <summary>Let it finish what it does behind its answers: until it hardly works for two seconds.</summary>
    public async Task Quiet(CancellationToken token)
    {
        for (var before = ProcessorTime; ; before = ProcessorTime)
        {
            await Wait(TimeSpan.FromSeconds(2), token);
            if (ProcessorTime - before < TimeSpan.FromMilliseconds(100)) return;
        }
    }

    /// <summary>Stop it as Ctrl+C would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) using (Process.Start("kill", ["-TERM", $"{Id}"])) await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(pidFile);
    }

    private string Said { get { lock (said) return string.Join('\n', said); } }

    private void Hear(string? line, Stopwatch watch)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (!line.Contains("Now listening on", StringComparison.Ordinal)) return;
        ToListening = watch.Elapsed;
        listening.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
