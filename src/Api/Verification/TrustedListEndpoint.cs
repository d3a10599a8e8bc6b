using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the signed trust list.</summary>
public static class TrustedListEndpoint
{
    /// <summary>The signed trust list (docs/formats/trust.md), as it is now or as it was known at a moment.</summary>
    [WolverineGet("/trust.jwt"), Open]
    public static async Task<IResult> Get([FromQuery] string? at, TrustedListPublisher list, TimeProvider clock, HttpResponse response, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        return StaticFile.Of(string.IsNullOrEmpty(at) ? await list.Current(token) : await list.At(moment, token), "application/trustlist+jwt", IssuerMetadata.MaxAge, response);
    }
}
