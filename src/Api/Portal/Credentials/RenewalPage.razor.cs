using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Writing;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What a holder shows anew, beside what their scheme requires for another period; whoever may decide on it decides here.</summary>
public sealed partial class RenewalPage
{
    // Under this code it is recorded that somebody else was shown what a holder shows anew; never changed.
    private const string Shown = "renewal-page";

    private sealed record Facts(CredentialIssued Issued, EvidenceView Evidence, string? For);

    /// <summary>The credential to renew.</summary>
    [Parameter, EditorRequired] public required CredentialIssued Issued { get; set; }

    /// <summary>Its scheme.</summary>
    [Parameter, EditorRequired] public required SchemeView Scheme { get; set; }

    /// <summary>What the codes and ids of the rules for a renewal are called.</summary>
    [Parameter, EditorRequired] public required SchemeNames Names { get; set; }

    /// <summary>The evidence of a day that counts for it.</summary>
    [Parameter, EditorRequired] public required EvidenceView View { get; set; }

    /// <summary>The decision that was refused last.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>The body for which the reader could decide now; null where a decision would not be taken from them.</summary>
    [Parameter] public string? For { get; set; }

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal(Shown)]
    public static Task<IResult> Get(Guid credentialId, Pages pages, Viewer viewer, Visitor visitor, EventReader events, OpenSuccessions successions, CancellationToken token) =>
        Show(credentialId, null, pages, viewer, visitor, events, successions, token);

    /// <summary>Decide.</summary>
    [Gives<DecideRenewal>(Shown), Form]
    public static async Task<IResult> Decide(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, Visitor visitor, EventReader events, OpenSuccessions successions, Recorder recorder, UnitOfWork work, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = (entered.Choice<Ruling>("ruling"), entered.Ids("result"), entered.Ids("completion"), entered.Ids("award")) is ({ } ruling, { } results, { } completions, { } awards)
            ? await DecideRenewalEndpoint.Post(credentialId, new(ruling, results, completions, awards.Count == 0 ? null : awards), recorder, work, token) : await Entered.Refuse();
        return await pages.Done(Task.FromResult(recorded), $"/decisions/{Pages.ValueOf<Receipt>(recorded)?.Id}", "certification.was-decided", refused =>
        {
            viewer.AskAnew();
            return Show(credentialId, new("renew", refused, entered), pages, viewer, visitor, events, successions, token);
        });
    }

    private static Task<IResult> Show(Guid credential, Attempt? last, Pages pages, Viewer viewer, Visitor visitor, EventReader events, OpenSuccessions successions, CancellationToken token) =>
        pages.Over<Facts>(viewer.Personal<Credential>(credential, Credential.Missing, c => c.Issued.Person, async c => (object)new Facts(c.Issued, await EvidenceView.Of(c.Issued.Person, events, token),
            (await successions.Renewal(c, await events.Fold<Person>(c.Issued.Person, token), visitor.Principal!.Id, token))?.Organisation), token), async facts =>
        {
            var scheme = Pages.ValueOf<SchemeView>(await SchemeView.Get(facts.Issued.Scheme, viewer, token))!;
            return await pages.Show<RenewalPage>(new()
            {
                [nameof(Issued)] = facts.Issued,
                [nameof(Scheme)] = scheme,
                [nameof(Names)] = await SchemeNames.Of(scheme, viewer, token),
                [nameof(View)] = Anew(facts.Evidence, facts.Issued.ValidFrom),
                // A form that was refused stays, though it would be taken no more.
                [nameof(For)] = facts.For ?? last?.Entered.Text(PortalForms.For),
                [nameof(Last)] = last,
            }, last?.Refused.Status ?? StatusCodes.Status200OK);
        });

    private static EvidenceView Anew(EvidenceView all, DateOnly first) => all with
    {
        Results = [.. all.Results.Where(r => DecideRenewal.IsAnew(r.AssessedOn, first))],
        Completions = [.. all.Completions.Where(c => DecideRenewal.IsAnew(c.CompletedOn, first))],
        Awards = [.. all.Awards.Where(a => DecideRenewal.IsAnew(a.AwardedOn, first))],
    };
}
