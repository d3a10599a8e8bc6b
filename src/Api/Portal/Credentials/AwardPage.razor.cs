using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Where whoever declares results accepts a foreign award of a person. It shows nothing of the person: the duty is no right to read records.</summary>
public sealed partial class AwardPage
{
    /// <summary>For whom the visitor accepts.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>Whose award.</summary>
    [Parameter, EditorRequired] public required Guid Person { get; set; }

    /// <summary>The equivalences under which awards are accepted today.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<EquivalenceView> Equivalences { get; set; }

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [Gives<AcceptAward>]
    public static Task<IResult> Get(Guid personId, HttpContext http, Pages pages, EventReader events, TimeProvider clock, CancellationToken token) => Show(personId, Entered.Nothing, null, http, pages, events, clock, token);

    /// <summary>Accept.</summary>
    [Gives<AcceptAward>, Form]
    public static async Task<IResult> Accept(Guid personId, HttpContext http, Pages pages, EventReader events, Recorder recorder, Sealer sealer, MasterKeys masters, AwardNumbers numbers, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = (entered.Id("award"), entered.Id("equivalence"), entered.Day("awarded"), EvidenceWords.In(entered)) is ({ } award, { } equivalence, { } awarded, { } evidence) && award != Guid.Empty
            ? AcceptAwardEndpoint.Put(award, new(personId, equivalence, entered.Text("number"), awarded, evidence), recorder, sealer, masters, numbers, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/people/{personId}/evidence", "equivalences.was-accepted", refused => Show(personId, entered, refused, http, pages, events, clock, token));
    }

    private static Task<IResult> Show(Guid person, Entered entered, RefusedRequest? refused, HttpContext http, Pages pages, EventReader events, TimeProvider clock, CancellationToken token) =>
        pages.Over<EquivalencesView>(EquivalencesView.Get(events, token), view => pages.Show<AwardPage>(new()
        {
            [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
            [nameof(Person)] = person,
            [nameof(Equivalences)] = view.Equivalences.Where(e => e.AppliesOn(clock.ThaiToday())).ToArray(),
            [nameof(Entered)] = entered,
            [nameof(Refused)] = refused,
        }, refused?.Status ?? StatusCodes.Status200OK));
}
