using System.Diagnostics;
using CredentialLedger.Api.Hosting.Postgres;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>The program's verbs, as a person starts them on the machine, beside a running host.</summary>
public static class Verbs
{
    /// <summary>Run a verb on the database and the folder of a host, with the owner of the schema at hand.</summary>
    public static async Task<(int Code, string Said, string Errors)> RunVerbAsync(this LedgerHost host, params string[] verb) =>
        await RunAsync(host.Folder, host.ConnectionString, await LedgerCluster.AsAsync(host.ConnectionString, Roles.Owner), verb);

    /// <summary>Run a verb in a folder, on a database as the role that serves and perhaps as its owner; without a verb it would serve.</summary>
    public static async Task<(int Code, string Said, string Errors)> RunAsync(string folder, string app, string? owner, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. verb])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["LC_ALL"] = "th_TH.UTF-8", // as on a machine in Thailand, where years are those of the Buddhist era
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Urls"] = "http://127.0.0.1:0", ["Ledger__Folder"] = folder,
                ["ConnectionStrings__Ledger"] = app, ["ConnectionStrings__LedgerOwner"] = owner ?? "",
            },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return (process.ExitCode, await output, await errors);
    }
}
