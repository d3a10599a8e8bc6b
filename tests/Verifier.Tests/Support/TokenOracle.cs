using System.Diagnostics;
using System.Text.Json;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>npm's jose and @sd-jwt/sd-jwt-vc, called as Oracles/judge.mjs says; their packages are installed from the lock file once.</summary>
internal static class TokenOracle
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Verifier.Tests", "Oracles");

    private static readonly Lazy<bool> Installed = new(() =>
    {
        // npm writes this file last, with the lock that it installed.
        var (installed, wanted) = (Path.Combine(Folder, "node_modules", ".package-lock.json"), Path.Combine(Folder, "package-lock.json"));
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(wanted)) Run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        return true;
    });

    /// <summary>What the library says of every file of a shape: <c>accepted</c>, or why not.</summary>
    public static Dictionary<string, string> Judge(string shape, DateTimeOffset at)
    {
        _ = Installed.Value;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(Run("node", "judge.mjs", Repository.Vectors(), shape, at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)))!;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true });
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2))) throw new TimeoutException(program);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    private static Process Start(ProcessStartInfo start)
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
}
