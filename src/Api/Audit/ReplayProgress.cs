using System.Globalization;
using Spectre.Console;

namespace CredentialLedger.Api.Audit;

/// <summary>Shows how far a replay has come: a bar that is drawn anew on a terminal, else a line for every tenth.</summary>
public sealed class ReplayProgress(TextWriter output) : IDisposable
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
    private readonly bool drawn = ReferenceEquals(output, Console.Out) ? !Console.IsOutputRedirected : !Console.IsErrorRedirected;
    private long shown = -1;

    /// <summary>So many events are folded, of so many.</summary>
    public void Tell(long done, long total)
    {
        var percent = total == 0 ? 100 : Math.Min(100, done * 100 / total);
        var step = drawn ? percent : percent / 10;
        if (step == shown) return;
        shown = step;
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{percent,3} %  {done:N0} / {total:N0}");
        if (drawn) console.Markup($"\r[green]{new string('━', (int)percent / 2)}[/][grey]{new string('━', 50 - (int)percent / 2)}[/] {numbers}");
        else output.WriteLine(numbers);
    }

    /// <summary>End the line.</summary>
    public void Dispose()
    {
        if (drawn && shown >= 0) output.WriteLine();
        shown = -1;
    }
}
