using System.Diagnostics;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The scripts of Oracles; their packages are installed from the lock file once.</summary>
public static class Node
{
    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Verifier.Tests", "Oracles");

    private static readonly Lazy<bool> Installed = new(() =>
    {
        // npm writes this file last, with the lock that it installed.
        var (installed, wanted) = (Path.Combine(Folder, "node_modules", ".package-lock.json"), Path.Combine(Folder, "package-lock.json"));
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted)) return true;
        var (code, said) = Start("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        return code == 0 ? true : throw new InvalidOperationException(said);
    });

    /// <summary>Run a script; its exit code and what it printed.</summary>
    public static (int Code, string Said) Run(string script, params string[] arguments) => Installed.Value ? Start("node", [script, .. arguments]) : default;

    private static (int Code, string Said) Start(string program, string[] arguments)
    {
        using var process = Begin(new(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true });
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2))) throw new TimeoutException(program);
        return (process.ExitCode, said + errors.GetAwaiter().GetResult());
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} is not on the PATH: apt-get install -y nodejs npm", missing);
        }
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "CredentialLedger.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
