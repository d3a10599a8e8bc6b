using System.Globalization;
using System.Resources;
using CredentialLedger.Api.Http;
using JasperFx;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Governance;

/// <summary>The verb <c>found FILE</c>: record once, in an empty ledger, the agreement that the three parties signed.</summary>
[Description("Record once, in an empty ledger, the agreement that three parties signed, with its mandates and representatives", Name = "found")]
public sealed class FoundCommand : JasperFxAsyncCommand<FoundInput>
{
    private static readonly ResourceManager Told = new("CredentialLedger.Api.Governance.Founded", typeof(FoundCommand).Assembly);

    /// <inheritdoc/>
    public override async Task<bool> Execute(FoundInput input)
    {
        using var host = input.BuildHost();
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            var signed = await scope.ServiceProvider.GetRequiredService<Founding>().Run(input.File, default);
            foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
                Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Told.GetString("founded", language)!,
                    string.Join(", ", signed.Parties.Select(p => p.Code)), signed.Mandates.Count, signed.TextSha256));
            return true;
        }
        catch (FoundingProblem problem)
        {
            foreach (var sentence in (string[])[Sentences.Thai(problem.Rejection.Code), Sentences.English(problem.Rejection.Code)])
                await Console.Error.WriteLineAsync($"{problem.Rejection.Code} ({problem.Where}): {sentence}");
            return false;
        }
    }
}

/// <summary>What the command line says to <c>found</c>.</summary>
public sealed class FoundInput : NetCoreInput
{
    /// <summary>The founding file.</summary>
    [Description("JSON file with the agreement, its parties, mandates and people; demo/agreement.json is an example")]
    public string File { get; set; } = "";
}
