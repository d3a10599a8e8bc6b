using CredentialLedger.Domain.Kernel;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary><c>import FILE --kind KIND</c>: exit code 0 when every row is in the ledger, 1 when some were refused, 2 when the file or the import as a whole was.</summary>
[Description("Record the rows of a CSV file; refused rows come back in a rejects file", Name = "import")]
public sealed class ImportCommand : JasperFxAsyncCommand<ImportInput>
{
    private const int AsAWhole = 2;

    /// <inheritdoc/>
    public override async Task<bool> Execute(ImportInput input)
    {
        var host = input.BuildHost();
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            interrupted.Cancel();
        };
        var done = await Run(input, host.Services, interrupted.Token);
        if (done is null) Environment.ExitCode = AsAWhole;
        return done?.Refused == 0;
    }

    private static async Task<Progress?> Run(ImportInput input, IServiceProvider services, CancellationToken token)
    {
        try
        {
            if (ImportKind.Find(input.KindFlag) is not { } kind) return Told.Refused(ImportKind.Unknown);
            if (Csv.Charset.Find(input.EncodingFlag) is not { } charset) return Told.Refused(Csv.Unreadable.UnknownEncoding);
            var (by, refusal) = await Importing.Who(services, input.AsFlag, input.TokenFileFlag, kind.Needs, token);
            if (by is null) return Told.Refused(refusal!);
            return await new FileImport(services, kind, charset, by).Run(input.File, input.RejectsFlag ?? $"{input.File}.rejects.csv", token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Told.Say("stopped");
        }
        catch (Csv.UnreadableException e)
        {
            return Told.Refused(e.Fault, input.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Told.Say("no-access", e.Message);
        }
        catch (Npgsql.NpgsqlException e)
        {
            return Told.Say("no-database", e.Message);
        }
        catch (Exception e)
        {
            Unexpected(services.GetRequiredService<ILogger<ImportCommand>>(), e);
            return Told.Refused(new("server.unexpected", RejectionKind.Conflict));
        }
    }

    private static readonly Action<ILogger, Exception?> Unexpected =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(Unexpected)), "An import failed unexpectedly.");
}

/// <summary>What the command line says to <c>import</c>.</summary>
public sealed class ImportInput : NetCoreInput
{
    /// <summary>The file.</summary>
    [Description("The CSV file")]
    public string File { get; set; } = "";

    /// <summary>What it holds.</summary>
    [FlagAlias("kind", true), Description("people, courses, completions, results or frameworks")]
    public string? KindFlag { get; set; }

    /// <summary>Its encoding.</summary>
    [FlagAlias("encoding", true), Description("utf-8 (the default) or windows-874; never guessed")]
    public string? EncodingFlag { get; set; }

    /// <summary>Where refused rows go.</summary>
    [FlagAlias("rejects", true), Description("Where refused rows go; FILE.rejects.csv unless stated")]
    public string? RejectsFlag { get; set; }

    /// <summary>Who imports.</summary>
    [FlagAlias("as", true), Description("Name of the persona that imports into a development ledger; the only one that has the duty unless stated")]
    public string? AsFlag { get; set; }

    /// <summary>The importer's token.</summary>
    [FlagAlias("token-file", true), Description("A file that holds the importer's access token; needed outside a development ledger")]
    public string? TokenFileFlag { get; set; }
}
