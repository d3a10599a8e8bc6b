using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>The batches that a body ordered last; shown to who issues for it.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Batches">The latest first, up to 50.</param>
public sealed record BatchesView(string Body, IReadOnlyList<BatchSummary> Batches)
{
    private const int Most = 50;

    /// <summary>List them.</summary>
    [WolverineGet("/api/batches"), Serves<OrderBatch>]
    public static async Task<IResult> Get(HttpContext http, BatchSummaries batches, CancellationToken token)
    {
        var body = http.Features.GetRequiredFeature<Actor>().Organisation;
        return Results.Ok(new BatchesView(body, await batches.LastOf(body, Most, token)));
    }
}
