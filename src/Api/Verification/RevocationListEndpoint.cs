using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Status;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the bitstring lists of revocations, with the places of the token status list beside.</summary>
public static class RevocationListEndpoint
{
    /// <summary>The bitstring list of revocations (W3C Bitstring Status List v1.0): the newest, or the one that was in force at a moment (section 3.2).</summary>
    /// <param name="at">A day in Thailand, or a moment with its offset; instead of <paramref name="timestamp"/>.</param>
    /// <param name="timestamp">A moment with its offset.</param>
    [WolverineGet("/status/{issuer}/{list:int}/revocation"), Open]
    public static Task<IResult> Get(string issuer, int list, [FromQuery] string? at, [FromQuery] string? timestamp, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        StatusListEndpoint.Answer(issuer, list, StatusPurpose.Revocation, at, timestamp, status, clock, response, token);
}
