using Microsoft.Extensions.Logging.Console;
using Spectre.Console;

namespace CredentialLedger.Api.Hosting;

/// <summary>What the command line asks for, as far as the host must know before it is built.</summary>
public static class CommandLine
{
    private static readonly string[] WithoutDatabase = ["codegen", "help", "describe", "check-env"];

    /// <summary>Whether the program serves requests: no verb was given, or <c>run</c>.</summary>
    public static bool Serves(string[] args) => args.Length == 0 || args[0].StartsWith('-') || args[0] == "run";

    /// <summary>Whether the verb runs without a database.</summary>
    public static bool NeedsNoDatabase(string[] args) => args.Length > 0 && WithoutDatabase.Contains(args[0]);

    /// <summary>Keep a verb's log off standard output, and with <c>--json</c> everything else that is not its answer.</summary>
    public static void KeepAnswersClean(this ILoggingBuilder logging, string[] args)
    {
        if (Serves(args)) return;
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (args.Contains("--json")) AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
    }
}
