using System.CommandLine;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Witness.Http;
using CredentialLedger.Witness.Storage;

namespace CredentialLedger.Witness.Cli;

/// <summary>The commands and their options; every refusal is one sentence in two languages and an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var root = new RootCommand(Words.Both("root")) { Keygen(output), Key(output), Serve(output, clock) };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors) error.WriteLine(wrong.Message);
            error.WriteLine(Words.Both("wrong-use"));
            return ExitCode.WrongUse;
        }
        try
        {
            var exit = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return args.Length == 0 ? ExitCode.WrongUse : exit;
        }
        catch (RefusedException refused)
        {
            error.WriteLine(Words.Both(refused.Name, refused.Values));
            return refused.Exit;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(Words.Both("storage"));
            error.WriteLine(fault.Message);
            return ExitCode.Storage;
        }
    }

    private static Argument<string> Folder() => new("FOLDER") { Description = Words.Both("folder") };

    private static Command Keygen(TextWriter output)
    {
        var folder = Folder();
        var name = new Option<string>("--name") { Description = Words.Both("name"), HelpName = "NAME", Required = true };
        var command = new Command("keygen", Words.Both("keygen")) { name, folder };
        command.SetAction(parsed =>
        {
            using var place = WitnessFolder.Make(parsed.GetRequiredValue(folder));
            try
            {
                Print(output, WitnessKeys.Make(place, parsed.GetRequiredValue(name)));
            }
            catch (LogFormatException)
            {
                throw new RefusedException(ExitCode.WrongUse, "bad-name", parsed.GetRequiredValue(name));
            }
        });
        return command;
    }

    private static Command Key(TextWriter output)
    {
        var folder = Folder();
        var command = new Command("key", Words.Both("key")) { folder };
        command.SetAction(parsed => Print(output, WitnessKeys.Read(parsed.GetRequiredValue(folder))));
        return command;
    }

    private static Command Serve(TextWriter output, TimeProvider clock)
    {
        var folder = Folder();
        var urls = new Option<string?>("--urls") { Description = Words.Both("urls"), HelpName = "URL" };
        var logs = new Option<string[]>("--log") { Description = Words.Both("log"), HelpName = "VKEY" };
        var parent = new Option<bool>("--with-parent") { Description = Words.Both("with-parent") };
        var command = new Command("serve", Words.Both("serve")) { folder, urls, logs, parent };
        command.SetAction(async (parsed, token) =>
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
            if (parsed.GetValue(parent)) _ = EndWithInput(ending);
            return await WitnessHost.Serve(parsed.GetRequiredValue(folder), parsed.GetValue(urls), parsed.GetValue(logs) ?? [], output, clock, ending.Token);
        });
        return command;
    }

    // However the parent dies, its end of the pipe closes.
    private static async Task EndWithInput(CancellationTokenSource ending)
    {
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(new byte[64]) > 0)
        {
        }
        await ending.CancelAsync();
    }

    // The witness' vkey, then the mirror's: what goes into a policy.
    private static void Print(TextWriter output, WitnessKeys keys)
    {
        output.WriteLine(keys.Witness.Key);
        output.WriteLine(keys.Mirror.Key);
    }
}
