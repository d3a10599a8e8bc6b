using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Verifier.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Answers about a credential by its number and check code, for whoever has only the paper: the least that answers the question, and not the holder's name (docs/formats/verify.md, section 3).</summary>
public static class VerifyNumberEndpoint
{
    /// <summary>What is asked.</summary>
    /// <param name="Number">The number, as it was typed.</param>
    /// <param name="Code">The check code beside it.</param>
    /// <param name="At">As of which day or moment; now when it is left out.</param>
    /// <param name="Name">A name to compare with the holder's.</param>
    public sealed record Body(string Number, string Code, string? At = null, string? Name = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(CredentialNumber.For(new("c3000000-0000-4000-8000-000000000001")), "7K2M-9QXA");
    }

    /// <summary>Answer about a number: in a body, since addresses are written down on the way.</summary>
    [WolverinePost("/api/verify/number"), Open]
    public static async Task<IResult> Post(Body body, NumberAnswers numbers, TimeProvider clock, CancellationToken token)
    {
        if (Moment.Parse(body.At, clock) is not { } at) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(at, clock)) return Moments.ToCome("at");
        var (answer, refusal) = await numbers.Of(body.Number, body.Code, at, body.Name, token);
        return refusal ?? Results.Ok(answer);
    }
}
