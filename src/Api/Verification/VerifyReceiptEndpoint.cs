using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal.Verification;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Verifies a document as POST /api/verify does, and answers with a signed receipt for the asker's own file (docs/formats/receipt.md).</summary>
public static class VerifyReceiptEndpoint
{
    /// <summary>Verify a document, sent as it is or as the part <c>document</c> of a form, as of a moment, and sign what was answered.</summary>
    [WolverinePost("/api/verify/receipt"), Open]
    public static async Task<IResult> Post(HttpRequest request, [FromQuery] string? at, VerifyAnswers answers, Receipts receipts, TimeProvider clock, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        if (await Upload.Read(request, token) is not { } document) return Problem.Of(StatusCodes.Status400BadRequest, "request.no-document", "document");
        var (answer, inputs) = await answers.Of(document, moment, token);
        return Results.Text(await receipts.Of(document, answer, inputs, token), Receipts.MediaType);
    }
}
