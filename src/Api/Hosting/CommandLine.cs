using Microsoft.Extensions.Logging.Console;
using Spectre.Console;

namespace CredentialLedger.Api.Hosting;

/// <summary>What the command line asks for, as far as the host must know before it is built.</summary>
public static class CommandLine
{
    private static readonly string[] OurOwn = ["import", "replay", "rotate-master-key"];
    private static readonly string[] WithoutDatabase = ["codegen", "help", "describe", "check-env"];

    /// <summary>Whether the program serves requests: no verb was given, or <c>run</c>.</summary>
    public static bool Serves(string[] args) => args.Length == 0 || args[0].StartsWith('-') || args[0] == "run";

    /// <summary>Whether the verb runs without a database.</summary>
    public static bool NeedsNoDatabase(string[] args) => args.Length > 0 && WithoutDatabase.Contains(args[0]);

    /// <summary>Where our own verbs draw: the real terminal, even while the framework's console is muted.</summary>
    public static IAnsiConsole Terminal { get; } = AnsiConsole.Create(new());

    /// <summary>Keep a verb's log off standard output, and for our own verbs mute what the framework tells about its search for commands.</summary>
    public static void KeepAnswersClean(this ILoggingBuilder logging, string[] args)
    {
        if (Serves(args)) return;
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (OurOwn.Contains(args[0])) AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) });
    }
}
