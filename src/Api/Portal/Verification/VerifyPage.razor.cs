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

    /// <summary>What came back is no receipt of this ledger's.</summary>
    public static readonly Rejection ForeignReceipt = new("verification.foreign-receipt", RejectionKind.Invalid, "receipt");

    /// <summary>The answer; null before a file was sent.</summary>
    [Parameter] public VerifyAnswer? Answer { get; set; }

    /// <summary>The signed receipt of the answer.</summary>
    [Parameter] public string? Receipt { get; set; }

    /// <summary>Why there is none though something was sent.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>The day that was asked for, as it was entered.</summary>
    [Parameter] public string Day { get; set; } = "";

    /// <summary>A number that a QR code brought here.</summary>
    [Parameter] public string? Number { get; set; }

    /// <summary>Show the forms; the number's first where a QR code brought one.</summary>
    [Open]
    public static Task<IResult> Get(string? number, Pages pages) => pages.Show<VerifyPage>(new() { [nameof(Number)] = number is null ? null : CheckCodes.NumberIn(number) });

    /// <summary>Verify what was sent. Nothing is recorded or kept, so that the form needs no token of this site's.</summary>
    [Open]
    public static async Task<IResult> Verify(HttpContext http, Pages pages, VerifyAnswers answers, Receipts receipts, TimeProvider clock, CancellationToken token)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(NoFile);
        var document = await Upload.Read(http.Request, token);
        var day = (await Entered.In(http)).Text("at");
        if (document is null) return await Again(pages, NoFile, day);
        if (Moment.Parse(day, clock) is not { } at || Moment.IsToCome(at, clock)) return await Again(pages, BadDay, day);
        var (answer, inputs) = await answers.Of(document, at, token);
        return await pages.Show<VerifyPage>(new() { [nameof(Answer)] = answer, [nameof(Receipt)] = await receipts.Of(document, answer, inputs, token), [nameof(Day)] = day });
    }

    /// <summary>Give a receipt back as a file, which no page can do without a script: only one that this ledger signed.</summary>
    [Open]
    public static async Task<IResult> Download(HttpContext http, Receipts receipts)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(Entered.Unreadable);
        var receipt = (await Entered.In(http)).Text("receipt");
        return receipts.IsOurs(receipt) ? Results.File(System.Text.Encoding.ASCII.GetBytes(receipt), Receipts.MediaType, "verification-receipt.jwt") : Problem.Of(ForeignReceipt);
    }

    // Issuing is for certification bodies; a party may be one without being accredited by itself.
    private string Accreditation(PastBody body) => body.Accreditations.FirstOrDefault(a => a.Kind is Domain.Authority.AccreditationKind.CertificationBody)?.Standing switch
    {
        "in-force" => L["verify.accredited"],
        "suspended" => L["verify.accreditation-suspended"],
        "withdrawn" => L["verify.accreditation-withdrawn"],
        "out-of-dates" => L["verify.accreditation-out-of-dates"],
        _ => L[body.Party ? "verify.accreditation-party" : "verify.accreditation-none"],
    };

    private static Task<IResult> Again(Pages pages, Rejection why, string day) =>
        pages.Show<VerifyPage>(new() { [nameof(Refused)] = (RefusedRequest)Problem.Of(why), [nameof(Day)] = day }, StatusCodes.Status422UnprocessableEntity);
}
