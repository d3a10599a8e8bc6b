using System.Globalization;
using CredentialLedger.Api.Hosting;
using Spectre.Console;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>How far an import is: a bar on a terminal, a line each tenth elsewhere.</summary>
public static class ProgressDisplay
{
    private const int Every = 10_000;

    /// <summary>Show the progress of some work.</summary>
    /// <param name="total">Rows in all; null when the file cannot be counted beforehand.</param>
    /// <param name="work">Does the work and tells how far it is.</param>
    public static Task<Progress> Show(long? total, Func<Action<Progress>, Task<Progress>> work) =>
        total is { } rows && CommandLine.Terminal.Profile.Capabilities.Interactive && !Console.IsOutputRedirected ? Bar(rows, work) : Lines(total, work);

    private static Task<Progress> Bar(long total, Func<Action<Progress>, Task<Progress>> work) =>
        CommandLine.Terminal.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("0", maxValue: Math.Max(total, 1));
                return work(now => (bar.Value, bar.Description) = (now.Rows, Text(now, total)));
            });

    private static Task<Progress> Lines(long? total, Func<Action<Progress>, Task<Progress>> work)
    {
        var (step, next) = (Math.Max((total ?? 10 * Every) / 10, 1), 0L);
        return work(now =>
        {
            if (now.Rows < next) return;
            next = now.Rows - now.Rows % step + step;
            Console.Out.WriteLine(Text(now, total));
        });
    }

    private static string Text(Progress now, long? total) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.Rows:N0}{(total is { } rows ? $" / {rows:N0}" : "")}");
}
