using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Status;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the bitstring lists of revocations, with the places of the token status list beside.</summary>
public static class RevocationListEndpoint
{
    /// <summary>The bitstring list of revocations (W3C Bitstring Status List v1.0).</summary>
    [WolverineGet("/status/{issuer}/{list:int}/revocation"), Open]
    public static Task<IResult> Get(string issuer, int list, [FromQuery] string? at, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        StatusListEndpoint.Answer(issuer, list, StatusPurpose.Revocation, at, status, clock, response, token);
}
