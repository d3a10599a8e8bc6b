using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>The API as a process of its own, with the parties' witnesses, on a ledger's folder.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource listening = new();
    private readonly List<string> said = [];

    private ApiProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Start it, and wait until it says that it listens.</summary>
    public static async Task<ApiProcess> StartAsync(string folder, bool demo)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CredentialLedger.Api.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Urls"] = address.OriginalString;
        start.Environment["Ledger__Folder"] = folder;
        start.Environment["Ledger__Demo"] = demo ? Prepared.Demo : "";
        start.Environment["Ledger__WitnessProgram"] = WitnessProgram;
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment.Remove("ConnectionStrings__Ledger");
        var api = new ApiProcess(Process.Start(start)!, address);
        api.process.OutputDataReceived += (_, line) => api.Hear(line.Data);
        api.process.ErrorDataReceived += (_, line) => api.Hear(line.Data);
        api.process.BeginOutputReadLine();
        api.process.BeginErrorReadLine();
        await Task.WhenAny(api.listening.Task, api.process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        if (api.listening.Task.IsCompletedSuccessfully) return api;
        await api.KillAsync();
        throw new InvalidOperationException($"The API does not listen:\n{api.Said}");
    }

    /// <summary>The witness's program, as it was built with these tests.</summary>
    public static string WitnessProgram { get; } = Path.Combine(Repository.Root, "src/Witness/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/CredentialLedger.Witness.dll");

    /// <summary>What it printed.</summary>
    public string Said { get { lock (said) return string.Join('\n', said); } }

    /// <summary>kill -9 of it alone: what it started finds out by itself.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.Contains("Now listening on", StringComparison.Ordinal)) listening.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
