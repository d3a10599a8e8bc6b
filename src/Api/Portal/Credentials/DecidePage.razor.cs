using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Where a certification body decides on a person: first scheme and person, then the ruling on what they show.</summary>
public sealed partial class DecidePage
{
    // Under this code it is recorded that somebody else was shown what a person can show; never changed.
    private const string Shown = "decide-page";

    /// <summary>For whom the visitor decides.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>The schemes under which that body may decide.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<SchemeView> Schemes { get; set; }

    /// <summary>What was entered.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>The scheme that was chosen.</summary>
    [Parameter] public SchemeView? Scheme { get; set; }

    /// <summary>What its codes and ids are called.</summary>
    [Parameter] public SchemeNames? Names { get; set; }

    /// <summary>What the person can show.</summary>
    [Parameter] public EvidenceView? Evidence { get; set; }

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show the form, and what the person can show once they are chosen; that it was shown is recorded.</summary>
    [Gives<DecideCertification>(Shown)]
    public static Task<IResult> Get(HttpContext http, Pages pages, Viewer viewer, EventReader events, CancellationToken token) =>
        Show(new Entered(new FormCollection(http.Request.Query.ToDictionary())), null, http, pages, viewer, events, token);

    /// <summary>Decide.</summary>
    [Gives<DecideCertification>(Shown), Form]
    public static async Task<IResult> Decide(HttpContext http, Pages pages, Viewer viewer, EventReader events, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var asked = (entered.Id("scheme"), entered.Id("person"), entered.Choice<Ruling>("ruling"), entered.Ids("result"), entered.Ids("completion"), entered.Ids("award")) is ({ } scheme, { } person, { } ruling, { } results, { } completions, { } awards)
            ? new DecideCertification(scheme, person, ruling, results, completions, awards.Count == 0 ? null : awards) : null;
        return await pages.Done(asked is null ? Entered.Refuse() : DecideCertificationEndpoint.Post(new(asked.Scheme, asked.Person, asked.Ruling, asked.Results, asked.Completions, asked.Awards), recorder, token),
            $"/decisions/{asked?.Id}", "certification.was-decided", refused => Show(entered, refused, http, pages, viewer, events, token));
    }

    private static async Task<IResult> Show(Entered entered, RefusedRequest? refused, HttpContext http, Pages pages, Viewer viewer, EventReader events, CancellationToken token)
    {
        var body = http.Features.GetRequiredFeature<Actor>().Organisation;
        viewer.AskAnew();
        var all = Pages.ValueOf<SchemesView>(await SchemesView.Get(events, token))!.Schemes;
        var answer = entered.Text("person").Length == 0 ? null : entered.Id("person") is { } person ? await EvidenceView.Get(person, viewer, events, token) : await Entered.Refuse();
        refused ??= answer as RefusedRequest;
        var scheme = all.FirstOrDefault(s => s.Id == entered.Id("scheme"));
        return await pages.Show<DecidePage>(new()
        {
            [nameof(For)] = body,
            [nameof(Schemes)] = all.Where(s => s.Issuers.Contains(body)).ToArray(),
            [nameof(Entered)] = entered,
            [nameof(Scheme)] = scheme,
            [nameof(Names)] = scheme is null ? null : await SchemeNames.Of(scheme, viewer, token),
            [nameof(Evidence)] = answer is null ? null : Pages.ValueOf<EvidenceView>(answer),
            [nameof(Refused)] = refused,
        }, refused?.Status ?? StatusCodes.Status200OK);
    }

    private ValueList<Guid> Chosen(string field) => Entered.Ids(field) ?? [];

    private string AwardDays(EvidenceView.Accepted award) =>
        $"{(award.Annulled ? $"{L["certification.annulled"]} · " : "")}{(award.CountsUntil is { } until ? L["credentials.period-days", L.Of(award.AwardedOn), L.Of(until)] : L["credentials.period-open", L.Of(award.AwardedOn)])}";

    private static string GradeWords(EvidenceView.Assessed result) =>
        result.Annulled ? "certification.annulled" : result.Grade is Grade.Competent ? "past.competent" : "past.not-yet-competent";
}
