using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Status;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the status lists, which anybody who verifies needs: the newest, or the one that was in force at a moment.</summary>
public static class StatusListEndpoint
{
    private const string TokenType = "application/statuslist+jwt", CredentialType = "application/vc+jwt";

    /// <summary>A status list token (draft-ietf-oauth-status-list, section 8.1).</summary>
    [WolverineGet("/status/{issuer}/{list:int}"), Open]
    public static Task<IResult> Get(string issuer, int list, [FromQuery] string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        Answer(issuer, list, null, at, TokenType, status, clock, response, token);

    /// <summary>The bitstring list of revocations (W3C Bitstring Status List v1.0), with the same places.</summary>
    [WolverineGet("/status/{issuer}/{list:int}/revocation"), Open]
    public static Task<IResult> GetRevocations(string issuer, int list, [FromQuery] string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        Answer(issuer, list, StatusPurpose.Revocation, at, CredentialType, status, clock, response, token);

    /// <summary>The bitstring list of suspensions, with the same places.</summary>
    [WolverineGet("/status/{issuer}/{list:int}/suspension"), Open]
    public static Task<IResult> GetSuspensions(string issuer, int list, [FromQuery] string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        Answer(issuer, list, StatusPurpose.Suspension, at, CredentialType, status, clock, response, token);

    private static async Task<IResult> Answer(string issuer, int list, StatusPurpose? purpose, string? at, string type, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        var file = string.IsNullOrEmpty(at) ? status.FileOf(issuer, list, purpose) : status.FileAt(issuer, list, purpose, moment);
        return await StaticFile.Of(file, type, StatusPublisher.TimeToLive, "status-list.missing", response, token);
    }
}
