using CredentialLedger.Api.Hosting.Backups;
using CredentialLedger.Api.Hosting.Schema;
using CredentialLedger.Api.Log;
using JasperFx;
using Microsoft.Extensions.Logging.Console;
using Spectre.Console;

namespace CredentialLedger.Api.Hosting;

/// <summary>What the command line asks for, as far as the host must know before it is built.</summary>
public static class CommandLine
{
    private static readonly string[] OurOwn =
        ["audit", "backup", "begin-log", "duties", "end-ledger-key", "findings", "found", "import", "migrate", "replay", "request-key", "restore", "rotate-ledger-key", "rotate-master-key", "rotate-sign-in-key", "token"];
    private static readonly string[] WithoutDatabase = ["codegen", "help", "describe", "check-env", "request-key", "token"];

    /// <summary>Whether the program serves requests: no verb was given, or <c>run</c>.</summary>
    public static bool Serves(string[] args) => args.Length == 0 || args[0].StartsWith('-') || args[0] == "run";

    /// <summary>Whether the program runs beside no server of the same ledger: it serves itself, or drops and rebuilds read models that a server reads and writes.</summary>
    public static bool IsAlone(string[] args) => Serves(args) || args[0] == "projections";

    /// <summary>Whether the verb runs without a database.</summary>
    public static bool NeedsNoDatabase(string[] args) => args.Length > 0 && WithoutDatabase.Contains(args[0]);

    /// <summary>Whether the verb works on the ledger from outside: it migrates, copies, brings back, or begins another log.</summary>
    public static bool IsMaintenance(string[] args) => args is [MigrateCommand.Verb or BackupCommand.Verb or RestoreCommand.Verb or BeginLogCommand.Verb, ..];

    /// <summary>Run such a verb, on a host without anything that the ledger is made of: so it makes no key and migrates nothing unasked.</summary>
    public static async Task<int> RunMaintenanceAsync(this WebApplicationBuilder builder, LedgerDatabase database, string[] args)
    {
        builder.Services.AddSingleton(_ => database).AddSingleton(TimeProvider.System);
        await using var app = builder.Build();
        return await app.RunVerbAsync(args);
    }

    private static readonly StringWriter Muted = new();

    /// <summary>Where our own verbs draw: the real terminal, even while the framework's console is muted.</summary>
    public static IAnsiConsole Terminal { get; } = AnsiConsole.Create(new());

    /// <summary>Keep a verb's log off standard output, and for our own verbs mute what the framework tells about its search for commands.</summary>
    public static void KeepAnswersClean(this ILoggingBuilder logging, string[] args)
    {
        if (Serves(args)) return;
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (!OurOwn.Contains(args[0])) return;
        AnsiConsole.Console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Muted) });
        AnsiConsole.Console.Profile.Width = 120;
    }

    /// <summary>Run a verb. Its exit code is 0 when it is done and 1 when it failed; one that has more to say sets the code itself.</summary>
    public static async Task<int> RunVerbAsync(this WebApplication app, string[] args)
    {
        var code = await app.RunJasperFxCommands(args);
        // What the framework told of a verb that was used wrongly, and how to use it, is said after all.
        var told = Muted.ToString().Split('\n').Where(line => !line.StartsWith("Searching '", StringComparison.Ordinal));
        if (code != 0 && string.Join('\n', told).Trim() is { Length: > 0 } text) Console.Error.WriteLine(text);
        return Math.Max(code, Environment.ExitCode);
    }
}
