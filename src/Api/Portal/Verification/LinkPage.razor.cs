using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Where whoever was given a share link sees the credential. Opening the address shows nothing yet, so that a program that looks ahead at links is no look.</summary>
public sealed partial class LinkPage
{
    /// <summary>The answer; null before the button was pressed.</summary>
    [Parameter] public NumberAnswer? Answer { get; set; }

    /// <summary>The holder's names, where the link shows them.</summary>
    [Parameter] public Verifier.Credentials.HolderReference? Holder { get; set; }

    /// <summary>Whether the link gives the document.</summary>
    [Parameter] public bool MayKeep { get; set; }

    /// <summary>The token of the link's address.</summary>
    [Parameter] public string Secret { get; set; } = "";

    /// <summary>What was entered.</summary>
    [Parameter] public string Looker { get; set; } = "";

    /// <summary>What was entered.</summary>
    [Parameter] public string Day { get; set; } = "";

    /// <summary>Why nothing is shown.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Ask who looks; without a token, for the address.</summary>
    [Open]
    public static async Task<IResult> Get(string? t, Pages pages, SharedCredentials shared, CancellationToken token) =>
        t is null || await shared.Find(t, token) is not null ? await pages.Show<LinkPage>(new() { [nameof(Secret)] = t ?? "" }) : Problem.Of(SharedCredentials.NoLink);

    /// <summary>Record the look, then show the credential.</summary>
    [Open]
    public static async Task<IResult> Show(HttpContext http, Pages pages, SharedCredentials shared, CredentialVerification verification, VerifyAnswers answers, TimeProvider clock, CancellationToken token)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(Entered.Unreadable);
        var entered = await Entered.In(http);
        var secret = entered.Text("t").Split("t=")[^1]; // of a whole address, too
        if (Moment.Parse(entered.Text("at"), clock) is not { } at || Moment.IsToCome(at, clock)) return await Page(new() { [nameof(Refused)] = Problem.Of(VerifyPage.BadDay) }, VerifyPage.BadDay);
        var (link, document, refusal) = await shared.Open(secret, entered.Text("looker"), token);
        if (refusal is RefusedRequest { Code: "share-link.bad-looker" }) return await Page(new() { [nameof(Refused)] = refusal }, SharedCredentials.BadLooker);
        if (refusal is not null) return refusal;
        var content = (await verification.Of(document!, at, token)).Content ?? throw new InvalidDataException($"The document of {link!.Credential} is not as it was signed.");
        return await Page(new()
        {
            [nameof(Answer)] = NumberAnswer.Of(content, (await answers.Of(document!, at, token)).Answer, null),
            [nameof(Holder)] = link!.Scope is ShareScope.Least ? null : content.Holder,
            [nameof(MayKeep)] = link.Scope is ShareScope.Document,
        }, null);

        Task<IResult> Page(Dictionary<string, object?> more, Domain.Kernel.Rejection? why)
        {
            (more[nameof(Secret)], more[nameof(Looker)], more[nameof(Day)]) = (secret, entered.Text("looker"), entered.Text("at"));
            return pages.Show<LinkPage>(more, why is null ? StatusCodes.Status200OK : Problem.StatusOf(why.Kind));
        }
    }

    /// <summary>Record the look, then give the document.</summary>
    [Open]
    public static async Task<IResult> Download(HttpContext http, SharedCredentials shared, CancellationToken token)
    {
        if (!http.Request.HasFormContentType) return Problem.Of(Entered.Unreadable);
        var entered = await Entered.In(http);
        if (await shared.Find(entered.Text("t"), token) is not { Scope: ShareScope.Document }) return Problem.Of(SharedCredentials.NoLink);
        var (_, document, refusal) = await shared.Open(entered.Text("t"), entered.Text("looker"), token);
        return refusal ?? Results.File(document!, "application/xml", "credential.xml");
    }
}
