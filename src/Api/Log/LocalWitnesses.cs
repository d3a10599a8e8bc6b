using System.Diagnostics;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Api.Log;

/// <summary>
/// The three parties' witnesses on this one machine, each a process with a key and a folder of its own: for a development ledger. In earnest each party
/// runs its witness itself, and <see cref="LogServices.PolicyKey"/> names the policy that they agreed on.
/// </summary>
public sealed class LocalWitnesses : IAsyncDisposable
{
    /// <summary>Configuration key of the witness's program; without it no witness is started.</summary>
    public const string ProgramKey = "Ledger:WitnessProgram";

    private static readonly string[] Parties = ["ocsc", "ega", "tpqi"];

    private readonly List<Process> processes = [];

    /// <summary>Start them, and write the policy that two of the three must have signed.</summary>
    /// <exception cref="HostingProblem">One does not start; the sentence has what it said.</exception>
    public static async Task<LocalWitnesses> StartAsync(ConfigurationManager configuration, string[] args)
    {
        var started = new LocalWitnesses();
        if (configuration[ProgramKey] is not { Length: > 0 } program || !CommandLine.Serves(args)) return started;
        var folder = LedgerFolder.Of(configuration);
        var log = LogServices.SignerOf((configuration.GetSection("Ledger").Get<ProgrammeSettings>() ?? new()).LogOrigin, new KeyFolder(LedgerFolder.KeysOf(configuration))).Key;
        try
        {
            var witnesses = await Task.WhenAll(Parties.Select(party => started.Start(program, Path.Combine(folder, "witnesses", party), party, log)));
            var policy = Path.Combine(folder, LogServices.PolicyFile);
            await File.WriteAllLinesAsync(policy, [$"log {log}", .. witnesses, $"group parties 2 {string.Join(' ', Parties)}", "quorum parties"]);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.StandardInput.Close(); // which tells it to end
            await process.WaitForExitAsync();
            process.Dispose();
        }
        processes.Clear();
    }

    private async Task<string> Start(string program, string folder, string party, VerifierKey log)
    {
        if (!File.Exists(Path.Combine(folder, "witness.key"))) await Run(program, "keygen", "--name", $"witness.{party}.example", folder);
        var key = (await Run(program, "key", folder)).Split('\n')[0];
        var process = Open(program, "serve", folder, "--urls", "http://127.0.0.1:0", "--log", log.ToString(), "--with-parent");
        lock (processes) processes.Add(process);
        var line = await process.StandardOutput.ReadLineAsync();
        var address = line?.Split(' ').LastOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) ?? throw new HostingProblem("log.witness", party, line ?? "");
        return $"witness {party} {key} {address}";
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Open(program, arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new HostingProblem("log.witness", arguments[^1], output);
    }

    private static Process Open(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
