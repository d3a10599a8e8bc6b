using CredentialLedger.Verifier.Cli;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The command line at a fixed moment, with what it wrote.</summary>
internal static class CommandRun
{
    public static (int Exit, string Output, string Error) At(DateTimeOffset now, params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = CommandLine.Run(args, output, error, new FixedClock(now));
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
