using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the status lists, which anybody who verifies needs.</summary>
public static class StatusListEndpoint
{
    /// <summary>A status list token (draft-ietf-oauth-status-list, section 8.1), as last published.</summary>
    [WolverineGet("/status/{issuer}/{list:int}"), Open]
    public static IResult Get(string issuer, int list, StatusPublisher status, HttpResponse response)
    {
        if (status.FileOf(issuer, list) is not { } file || !File.Exists(file)) return Problem.Of(StatusCodes.Status404NotFound, "status-list.missing");
        response.Headers.CacheControl = $"public, max-age={(int)StatusPublisher.TimeToLive.TotalSeconds}";
        return Results.File(file, "application/statuslist+jwt");
    }
}
