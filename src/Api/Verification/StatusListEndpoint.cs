using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Status;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the token status lists, which anybody who verifies needs: the newest, or the one that was in force at a moment.</summary>
public static class StatusListEndpoint
{
    /// <summary>A status list token (draft-ietf-oauth-status-list, section 8.1).</summary>
    [WolverineGet("/status/{issuer}/{list:int}"), Open]
    public static Task<IResult> Get(string issuer, int list, [FromQuery] string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        Answer(issuer, list, null, at, status, clock, response, token);

    /// <summary>The answer for a list of either format.</summary>
    internal static async Task<IResult> Answer(string issuer, int list, StatusPurpose? purpose, string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        var file = string.IsNullOrEmpty(at) ? status.FileOf(issuer, list, purpose) : status.FileAt(issuer, list, purpose, moment);
        if (file is null || !File.Exists(file)) return Problem.Of(StatusCodes.Status404NotFound, "status-list.missing");
        var type = purpose is null ? "application/statuslist+jwt" : "application/vc+jwt";
        return StaticFile.Of(await File.ReadAllBytesAsync(file, token), type, StatusPublisher.TimeToLive, response);
    }
}
