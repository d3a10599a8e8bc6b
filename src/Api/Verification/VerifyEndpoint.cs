using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// Verifies a document for anybody, without an account (row R-VERIFY): the same verdict as the command line gives with the same inputs;
/// as of a past moment, inside the ledger's own answer, which knows the standing, authority and framework of then.
/// </summary>
public static class VerifyEndpoint
{
    /// <summary>Verify a document, sent as it is or as the part <c>document</c> of a form, as of a moment.</summary>
    [WolverinePost("/api/verify"), Open]
    public static async Task<IResult> Post(HttpRequest request, [FromQuery] string? at, CredentialVerification verification, PastVerification past, Replacements replacements, TimeProvider clock, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        if (await Upload.Read(request, token) is not { } document) return Problem.Of(StatusCodes.Status400BadRequest, "request.no-document", "document");
        if (!string.IsNullOrEmpty(at)) return Results.Ok(await past.Of(document, await verification.Then(document, moment, token), token));
        var verdict = await verification.Of(document, moment, token);
        return Results.Bytes(await replacements.Tell(verdict, token), "application/json");
    }
}
