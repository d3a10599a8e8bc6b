using System.CommandLine;
using System.CommandLine.Help;

namespace CredentialLedger.Verifier.Cli;

/// <summary>The commands, their options, and the exit codes: 0 valid, 1 invalid, 2 undetermined, 64 wrong use; 69 the ledger cannot be reached.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        // Not a RootCommand, which is called as its file is: the help would name a program that nobody can call.
        var root = new Command("verifier", Usage.Both("root")) { new HelpOption(), new VersionOption(), Verify(output, clock), Audit(output, clock), Evidence(output, clock), Receipt(output, clock), Trust(output, clock) };
        // A file's name may begin with @: none is read as a list of arguments, and repeated in what is said of them.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors) error.WriteLine(wrong.Message);
            error.WriteLine(Usage.Both("wrong-use"));
            return ExitCode.WrongUse;
        }

        try
        {
            var exit = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            // No command at all: help was shown, nothing was verified.
            return args.Length == 0 ? ExitCode.WrongUse : exit;
        }
        catch (WrongUseException wrong)
        {
            error.WriteLine(wrong.Sentences);
            return ExitCode.WrongUse;
        }
    }

    private static Command Verify(TextWriter output, TimeProvider clock)
    {
        var file = new Argument<string>("FILE") { Description = Usage.Both("file") };
        var trust = new Option<string>("--trust") { Description = Usage.Both("trust"), HelpName = "TRUST", Required = true };
        var status = new Option<string[]>("--status") { Description = Usage.Both("status"), HelpName = "FILE", Arity = new(1, 2), DefaultValueFactory = _ => [] };
        var age = new Option<string?>("--max-status-age") { Description = Usage.Both("max-status-age"), HelpName = "AGE" };
        var at = new Option<string?>("--at") { Description = Usage.Both("at"), HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = Usage.Both("json") };
        var language = new Option<Language>("--lang") { Description = Usage.Both("lang"), HelpName = "th|en|both" };
        language.AcceptOnlyFromAmong("th", "en", "both");
        var command = new Command("verify", Usage.Both("verify")) { file, trust, status, at, age, json, language };
        command.SetAction(parsed => VerifyCommand.Run(
            new VerifyRequest(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(trust), parsed.GetValue(status) ?? [],
                parsed.GetValue(at), parsed.GetValue(age), parsed.GetValue(json), parsed.GetValue(language)),
            output, clock));
        return command;
    }

    private static Command Audit(TextWriter output, TimeProvider clock)
    {
        var folder = new Argument<string>("MIRROR") { Description = Usage.Both("mirror") };
        var trust = new Option<string>("--trust") { Description = Usage.Both("trust"), HelpName = "TRUST", Required = true };
        var since = new Option<string?>("--since") { Description = Usage.Both("since"), HelpName = "CHECKPOINT" };
        var json = new Option<bool>("--json") { Description = Usage.Both("json") };
        var command = new Command("audit", Usage.Both("audit")) { folder, trust, since, json };
        command.SetAction(parsed => AuditCommand.Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(trust), parsed.GetValue(since), parsed.GetValue(json), output, clock));
        return command;
    }

    private static Command Evidence(TextWriter output, TimeProvider clock)
    {
        var file = new Argument<string>("BUNDLE") { Description = Usage.Both("bundle") };
        var trust = new Option<string>("--trust") { Description = Usage.Both("trust"), HelpName = "TRUST", Required = true };
        var json = new Option<bool>("--json") { Description = Usage.Both("json") };
        var language = new Option<Language>("--lang") { Description = Usage.Both("lang"), HelpName = "th|en|both" };
        language.AcceptOnlyFromAmong("th", "en", "both");
        var command = new Command("evidence", Usage.Both("evidence")) { file, trust, json, language };
        command.SetAction(parsed => EvidenceCommand.Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(trust), parsed.GetValue(json), parsed.GetValue(language), output, clock));
        return command;
    }

    private static Command Receipt(TextWriter output, TimeProvider clock)
    {
        var file = new Argument<string>("RECEIPT") { Description = Usage.Both("receipt-file") };
        var trust = new Option<string>("--trust") { Description = Usage.Both("snapshot-trust"), HelpName = "FOLDER", Required = true };
        var document = new Option<string?>("--document") { Description = Usage.Both("receipt-document"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = Usage.Both("json") };
        var language = new Option<Language>("--lang") { Description = Usage.Both("lang"), HelpName = "th|en|both" };
        language.AcceptOnlyFromAmong("th", "en", "both");
        var command = new Command("receipt", Usage.Both("receipt")) { file, trust, document, json, language };
        command.SetAction(parsed => ReceiptCommand.Run(
            new ReceiptRequest(parsed.GetRequiredValue(file), parsed.GetRequiredValue(trust), parsed.GetValue(document), parsed.GetValue(json), parsed.GetValue(language)), output, clock));
        return command;
    }

    private static Command Trust(TextWriter output, TimeProvider clock)
    {
        var folder = new Argument<string>("FOLDER") { Description = Usage.Both("snapshot") };
        var ledger = new Option<string?>("--ledger") { Description = Usage.Both("ledger"), HelpName = "ADDRESS" };
        var key = new Option<string?>("--key") { Description = Usage.Both("key"), HelpName = "THUMBPRINT" };
        var update = new Command("update", Usage.Both("trust-update")) { folder, ledger, key };
        update.SetAction(parsed => TrustCommand.Update(parsed.GetRequiredValue(folder), parsed.GetValue(ledger), parsed.GetValue(key), output, clock));
        return new Command("trust", Usage.Both("trust-command")) { update };
    }
}
