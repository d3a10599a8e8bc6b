using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Framework;
using Wolverine.Http;

namespace CredentialLedger.Api.Framework;

/// <summary>A framework version with every row.</summary>
public sealed record FrameworkView(string Framework, IReadOnlyList<FrameworkItem> Items)
{
    /// <summary>Show a framework version.</summary>
    [WolverineGet("/api/frameworks/{framework}"), SignedIn]
    public static Task<IResult> Get(string framework, Viewer viewer, CancellationToken token) =>
        viewer.State<FrameworkVersion>(FrameworkVersion.IdOf(framework), FrameworkVersion.Missing, v => new FrameworkView(v.Code, v.Imported.Items), token);
}
