using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Framework;

/// <summary>Every framework version in the ledger, in the order of publication.</summary>
public sealed record FrameworksView(IReadOnlyList<FrameworksView.Version> Frameworks)
{
    /// <summary>A version, how many rows it has, and when it was recorded.</summary>
    public sealed record Version(string Framework, int Items, DateTimeOffset Recorded);

    /// <summary>List the versions.</summary>
    [WolverineGet("/api/frameworks"), SignedIn]
    public static async Task<IResult> Get(EventReader events, CancellationToken token)
    {
        var versions = new List<Version>();
        await foreach (var e in events.Read(new() { Frameworks = true }, token))
        {
            if (e.Data is FrameworkVersionImported imported) versions.Add(new(imported.Framework, imported.Items.Count, e.At));
        }
        return Results.Ok(new FrameworksView(versions));
    }
}
