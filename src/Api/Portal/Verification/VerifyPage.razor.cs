using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Where anybody verifies a credential: without an account, without a script, and without a trace of who asked.</summary>
public sealed partial class VerifyPage
{
    /// <summary>No file was sent with the form.</summary>
    public static readonly Rejection NoFile = new("verification.no-file", RejectionKind.Invalid, "document");

    /// <summary>The day is none that a ledger knows.</summary>
    public static readonly Rejection BadDay = new("verification.bad-day", RejectionKind.Invalid, "at");

    /// <summary>The answer; null before a file was sent.</summary>
    [Parameter] public VerifyAnswer? Answer { get; set; }

    /// <summary>Why there is none though something was sent.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>The day that was asked for, as it was entered.</summary>
    [Parameter] public string Day { get; set; } = "";

    /// <summary>Show the form.</summary>
    [Open]
    public static Task<IResult> Get(Pages pages) => pages.Show<VerifyPage>();

    /// <summary>Verify what was sent. Nothing is recorded or kept, so that the form needs no token of this site's.</summary>
    [Open]
    public static async Task<IResult> Verify(HttpContext http, Pages pages, CredentialVerification verification, PastVerification past, TimeProvider clock, CancellationToken token)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(NoFile);
        var document = await Upload.Read(http.Request, token);
        var day = (await Entered.In(http)).Text("at");
        if (document is null) return await Again(pages, NoFile, day);
        if (Moment.Parse(day, clock) is not { } at || Moment.IsToCome(at, clock)) return await Again(pages, BadDay, day);
        return await pages.Show<VerifyPage>(new() { [nameof(Answer)] = await Answered(), [nameof(Day)] = day });

        async Task<VerifyAnswer> Answered()
        {
            if (day.Length == 0 || at.ThaiDay() == clock.ThaiToday()) return VerifyAnswer.Of(await verification.Of(document, at, token));
            var then = await verification.Then(document, at, token);
            return VerifyAnswer.Of(then, await past.Of(document, then, token));
        }
    }

    private static Task<IResult> Again(Pages pages, Rejection why, string day) =>
        pages.Show<VerifyPage>(new() { [nameof(Refused)] = (RefusedRequest)Problem.Of(why), [nameof(Day)] = day }, StatusCodes.Status422UnprocessableEntity);
}
