using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Public files that a verifier needs: the trust list and the status lists.</summary>
public static class TrustEndpoint
{
    /// <summary>The trust list (docs/formats/trust.md). Who relies on it gets it by a way that they trust.</summary>
    [WolverineGet("/api/trust")]
    public static async Task<IResult> Get(TrustPublisher trust, CancellationToken token) =>
        Results.Bytes((await trust.Current(token)).ToJson(), "application/json", "trust.json");

    /// <summary>A status list token (draft-ietf-oauth-status-list, section 8.1), as last published.</summary>
    [WolverineGet("/status/{issuer}/{list:int}")]
    public static IResult Get(string issuer, int list, StatusPublisher status, HttpResponse response)
    {
        if (status.FileOf(issuer, list) is not { } file || !File.Exists(file)) return Problem.Of(StatusCodes.Status404NotFound, "status-list.missing");
        response.Headers.CacheControl = $"public, max-age={(int)StatusPublisher.TimeToLive.TotalSeconds}";
        return Results.File(file, "application/statuslist+jwt");
    }
}
