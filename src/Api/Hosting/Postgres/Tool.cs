using System.ComponentModel;
using System.Diagnostics;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>Runs one short-lived program and answers how it ended.</summary>
internal static class Tool
{
    /// <summary>How a program ended, and everything that it printed.</summary>
    internal sealed record Ending(int ExitCode, string Output)
    {
        public bool Fine => ExitCode == 0;
    }

    /// <summary>Runs <paramref name="command"/>, killing it when cancelled.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="workingFolder">A folder that whoever the program runs as can enter.</param>
    /// <param name="input">What it reads on its standard input: the way for a secret, since arguments are public.</param>
    /// <param name="cancel">Kills the program.</param>
    /// <param name="environment">Variables that the program gets beside PATH and HOME; another user cannot read them.</param>
    public static async Task<Ending> RunAsync(IReadOnlyList<string> command, string workingFolder, string input, CancellationToken cancel, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new Process { StartInfo = Describe(command, workingFolder) };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) process.StartInfo.Environment[name] = value;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new Ending(127, $"{command[0]}: {e.Message}");
        }

        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await FeedAsync(process.StandardInput, input);
            await process.WaitForExitAsync(cancel);
            return new Ending(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited) process.Kill();
            throw;
        }
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> command, string workingFolder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // PGDATA, PGPORT, PGOPTIONS and a translated LC_MESSAGES of the user's would change what the tools do and say.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C";
        start.Environment["HOME"] = workingFolder;
        return start;
    }

    private static async Task FeedAsync(StreamWriter stdin, string input)
    {
        try
        {
            await stdin.WriteAsync(input);
            stdin.Close();
        }
        catch (IOException)
        {
            // It ended without reading: its exit code says why.
        }
    }
}
