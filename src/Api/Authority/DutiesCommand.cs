using CredentialLedger.Projections.Authority;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Authority;

/// <summary>What the command line says to <c>duties</c>: nothing more.</summary>
public sealed class DutiesInput : NetCoreInput;

/// <summary>Prints docs/duties.md: who can be appointed to what, and what that opens.</summary>
[Description("Print every duty, its clauses, who grants it and what it opens, as Markdown", Name = "duties")]
public sealed class DutiesCommand : JasperFxAsyncCommand<DutiesInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(DutiesInput input)
    {
        using var host = input.BuildHost();
        var authority = host.Services.GetRequiredService<AuthorityCache>();
        if ((await authority.Current(default)).Agreement is not { } agreement) return false;
        Console.Out.Write(DutiesPage.Write(host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints), agreement));
        return true;
    }
}
