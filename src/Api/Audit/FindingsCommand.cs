using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Audit.Findings;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Audit;

/// <summary><c>findings [--rule CODE] [--since DATE] [--json]</c>: computes the findings for the anti-corruption review and changes nothing; fails when some events could not be seen.</summary>
[Description("Find what an auditor should look at, by rules over all events", Name = "findings")]
public sealed class FindingsCommand : JasperFxAsyncCommand<FindingsInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(FindingsInput input)
    {
        using var host = input.BuildHost();
        if (input.RuleFlag is { } rule && !FindingRules.Codes.Contains(rule)) return FindingsPrinter.Refuse("unknown-rule", string.Join(", ", FindingRules.Codes));
        DateOnly? since = input.SinceFlag is null ? null : DateOnly.TryParseExact(input.SinceFlag, "yyyy-MM-dd", out var day) ? day : null;
        if (input.SinceFlag is not null && since is not { Year: >= 1900 and <= 2400 }) return FindingsPrinter.Refuse("malformed-since");

        using var progress = new ReplayProgress(input.JsonFlag ? Console.Error : Console.Out);
        var report = await host.Services.GetRequiredService<FindingSearch>().Run(progress.Tell, default);
        progress.Dispose();
        var asked = report with { Findings = [.. report.Findings.Where(f => (input.RuleFlag is null || f.Rule == input.RuleFlag) && (since is null || f.Last.Recorded.ThaiDay() >= since))] };
        if (input.JsonFlag) FindingsPrinter.WriteJson(asked);
        else FindingsPrinter.Write(asked);
        return report is { Unreadable: 0, Distrusted: 0 };
    }
}

/// <summary>What the command line says to <c>findings</c>.</summary>
public sealed class FindingsInput : NetCoreInput
{
    /// <summary>A rule.</summary>
    [Description("Only the findings of this rule")]
    public string? RuleFlag { get; set; }

    /// <summary>A day.</summary>
    [Description("Only what showed on this day in Thailand or later, such as 2026-11-23")]
    public string? SinceFlag { get; set; }

    /// <summary>Whether to answer in JSON.</summary>
    [Description("Write the findings as JSON")]
    public bool JsonFlag { get; set; }
}
