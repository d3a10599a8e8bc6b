using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>The foreign qualifications that are recognised, each with its decision, the days for which it is applied, and its signed statement.</summary>
public sealed partial class EquivalencesPage
{
    /// <summary>The equivalences, withdrawn ones too.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<EquivalenceView> Equivalences { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages, EventReader events, CancellationToken token) =>
        pages.Over<EquivalencesView>(EquivalencesView.Get(events, token), view => pages.Show<EquivalencesPage>(new() { [nameof(Equivalences)] = view.Equivalences }));

    private string TitleOf(EquivalenceView e) => $"{L.Of(e.Qualification.TitleTh, e.Qualification.TitleEn)} · {e.Qualification.Version}";

    private string CountsAs(EquivalenceView e) => e.Level is { } level ? L["equivalences.counts-as-level", e.Unit, e.Framework, level] : L["equivalences.counts-as", e.Unit, e.Framework];

    private string Awarded(EquivalenceView e) => e.AwardedUntil is { } until
        ? L["equivalences.awarded-between", L.Of(e.AwardedFrom), L.Of(until)] : L["equivalences.awarded-from", L.Of(e.AwardedFrom)];

    private string Period(EquivalenceView e) => e.Withdrawn is { } withdrawn
        ? L["equivalences.withdrawn", L.Of(e.AppliesFrom), L.Of(withdrawn.From), withdrawn.Decision.Number, L.Of(withdrawn.Decision.Date)] : L["equivalences.applies-from", L.Of(e.AppliesFrom)];
}
