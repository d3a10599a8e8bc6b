using System.Diagnostics;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The scripts of tests/node, whose packages eng/install.sh installs.</summary>
public static class Node
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Run a script; its exit code and what it printed.</summary>
    public static (int Code, string Said) Run(string script, params string[] arguments)
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "tests", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidOperationException("The packages of tests/node are not installed: eng/install.sh");
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Patience)) throw new TimeoutException(script);
        return (process.ExitCode, said + errors.GetAwaiter().GetResult());
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "CredentialLedger.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
