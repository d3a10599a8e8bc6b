using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Audit;
using JasperFx.CommandLine;
using Npgsql;

namespace CredentialLedger.Api.Audit;

/// <summary><c>replay [--as-of MOMENT] [--compare] [--json]</c>: folds every event afresh; fails when something is not as the events say.</summary>
[Description("Fold all events afresh; with --compare, name every stored row that differs from what they say", Name = "replay")]
public sealed class ReplayCommand : JasperFxAsyncCommand<ReplayInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(ReplayInput input)
    {
        using var host = input.BuildHost();
        var clock = host.Services.GetRequiredService<TimeProvider>();
        DateTimeOffset? asOf = input.AsOfFlag is null ? null : Moment.Parse(input.AsOfFlag, clock);
        if (input.AsOfFlag is not null && asOf is null) return ReplayPrinter.Refuse("malformed-moment");
        if (input.AsOfFlag is not null && input.CompareFlag) return ReplayPrinter.Refuse("compared-as-of");

        using var progress = new ReplayProgress(input.JsonFlag ? Console.Error : Console.Out);
        var report = await new Replay(host.Services.GetRequiredService<NpgsqlDataSource>()).Run(asOf, input.CompareFlag, progress.Tell, default);
        progress.Dispose();
        if (input.JsonFlag) ReplayPrinter.WriteJson(report);
        else ReplayPrinter.Write(report);
        return report.Clean;
    }
}

/// <summary>What the command line says to <c>replay</c>.</summary>
public sealed class ReplayInput : NetCoreInput
{
    /// <summary>A moment: ISO 8601 with offset, or a day.</summary>
    [Description("Only what was recorded up to this moment: ISO 8601 with offset, or a day")]
    public string? AsOfFlag { get; set; }

    /// <summary>Whether to compare.</summary>
    [Description("Compare the stored rows of every read model with what the events say")]
    public bool CompareFlag { get; set; }

    /// <summary>Whether to answer in JSON.</summary>
    [Description("Write the report as JSON")]
    public bool JsonFlag { get; set; }
}
