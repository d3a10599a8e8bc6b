using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Where whoever has only the paper types its number and check code.</summary>
public sealed partial class NumberPage
{
    /// <summary>The answer; null before anything was asked.</summary>
    [Parameter] public NumberAnswer? Answer { get; set; }

    /// <summary>What was entered.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why there is no answer.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show the form.</summary>
    [Open]
    public static Task<IResult> Get(Pages pages) => pages.Show<NumberPage>();

    /// <summary>Answer. Nothing is recorded or kept, so that the form needs no token of this site's.</summary>
    [Open]
    public static async Task<IResult> Verify(HttpContext http, Pages pages, NumberAnswers numbers, TimeProvider clock, CancellationToken token)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(Entered.Unreadable);
        var entered = await Entered.In(http);
        if (Moment.Parse(entered.Text("at"), clock) is not { } at || Moment.IsToCome(at, clock)) return await Again(Problem.Of(VerifyPage.BadDay));
        var (answer, refusal) = await numbers.Of(entered.Text("number"), entered.Text("code"), at, entered.Text("name"), token);
        return refusal is null ? await pages.Show<NumberPage>(new() { [nameof(Answer)] = answer, [nameof(Entered)] = entered }) : await Again(refusal);

        Task<IResult> Again(IResult refused) =>
            pages.Show<NumberPage>(new() { [nameof(Refused)] = refused, [nameof(Entered)] = entered }, ((RefusedRequest)refused).Status);
    }
}
