using System.Diagnostics;

namespace CredentialLedger.Witness.Tests.Rig;

/// <summary>The witness as a party runs it: a process of its own.</summary>
internal sealed class WitnessProcess : IDisposable
{
    private readonly Process process;

    private WitnessProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    public static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static async Task<WitnessProcess> Serve(string folder, params string[] more)
    {
        var started = new WitnessProcess(Begin(["serve", folder, .. more]));
        started.process.ErrorDataReceived += (_, _) => { };
        started.process.BeginErrorReadLine();
        var line = await started.process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The witness did not start.");
        started.Address = new(line[line.LastIndexOf("http://", StringComparison.Ordinal)..]);
        return started;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static Process Begin(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CredentialLedger.Witness.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        StandardErrorEncoding = System.Text.Encoding.UTF8,
        // What a machine's environment says is nothing to a witness.
        Environment = { ["ASPNETCORE_URLS"] = "http://192.0.2.1:1", ["DOTNET_gcServer"] = "0" },
    })!;
}
