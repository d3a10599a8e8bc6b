using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What a person can show, beside what a scheme requires; where somebody may decide under it, they decide here.</summary>
public sealed partial class EvidencePage
{
    private const string Shown = "evidence-page";

    /// <summary>The evidence.</summary>
    [Parameter, EditorRequired] public required EvidenceView View { get; set; }

    /// <summary>Every scheme.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<SchemeView> Schemes { get; set; }

    /// <summary>The scheme that was chosen; null for none.</summary>
    [Parameter] public SchemeView? Scheme { get; set; }

    /// <summary>What its codes and ids are called.</summary>
    [Parameter] public SchemeNames? Names { get; set; }

    /// <summary>The decision that was refused last.</summary>
    [Parameter] public Attempt? Last { get; set; }

    // The body for which the reader may decide under the scheme; that it may not be on this person is for the decider to say.
    private string? For => Scheme is null ? null : Visitor.For(DecideCertification.Needs).FirstOrDefault(Scheme.Issuers.Contains);

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal(Shown)]
    public static Task<IResult> Get(Guid personId, Guid? scheme, Pages pages, Viewer viewer, EventReader events, CancellationToken token) => Show(personId, scheme, null, pages, viewer, events, token);

    /// <summary>Decide.</summary>
    [Gives<DecideCertification>(Shown), Form]
    public static async Task<IResult> Decide(Guid personId, HttpContext http, Pages pages, Viewer viewer, EventReader events, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var asked = (entered.Id("scheme"), entered.Choice<Ruling>("ruling"), entered.Ids("result"), entered.Ids("completion"), entered.Ids("award")) is ({ } scheme, { } ruling, { } results, { } completions, { } awards)
            ? new DecideCertification(scheme, personId, ruling, results, completions, awards.Count == 0 ? null : awards) : null;
        var recorded = asked is null ? Entered.Refuse()
            : DecideCertificationEndpoint.Post(new(asked.Scheme, asked.Person, asked.Ruling, asked.Results, asked.Completions, asked.Awards), recorder, token);
        return await pages.Done(recorded, $"/decisions/{asked?.Id}", "certification.was-decided", refused =>
        {
            viewer.AskAnew();
            return Show(personId, entered.Id("scheme"), new("decide", refused, entered), pages, viewer, events, token);
        });
    }

    private static Task<IResult> Show(Guid person, Guid? chosen, Attempt? last, Pages pages, Viewer viewer, EventReader events, CancellationToken token) =>
        pages.Over<EvidenceView>(EvidenceView.Get(person, viewer, events, token), async view =>
        {
            var schemes = Pages.ValueOf<SchemesView>(await SchemesView.Get(events, token))!.Schemes;
            var scheme = schemes.FirstOrDefault(s => s.Id == chosen);
            return await pages.Show<EvidencePage>(new()
            {
                [nameof(View)] = view,
                [nameof(Schemes)] = schemes,
                [nameof(Scheme)] = scheme,
                [nameof(Names)] = scheme is null ? null : await SchemeNames.Of(scheme, viewer, token),
                [nameof(Last)] = last,
            }, last?.Refused.Status ?? StatusCodes.Status200OK);
        });
}
