using System.Diagnostics;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>Runs another program to its end.</summary>
public static class Tool
{
    /// <summary>What it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> Output(string program, string[] arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }
}
