using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>A decision on certification, and what came of it; where nothing can come of it any more, its body sets it aside here.</summary>
public sealed partial class DecisionPage
{
    /// <summary>The decision.</summary>
    [Parameter, EditorRequired] public required DecisionView View { get; set; }

    /// <summary>The scheme.</summary>
    [Parameter, EditorRequired] public required SchemeView Scheme { get; set; }

    /// <summary>Whether its credential was issued, by this decision or by another that renews the same.</summary>
    [Parameter] public bool Issued { get; set; }

    /// <summary>Why no credential can be issued any more; null where one can.</summary>
    [Parameter] public Rejection? Hindrance { get; set; }

    /// <summary>A setting aside that was refused.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal("decision-page")]
    public static Task<IResult> Get(Guid decisionId, Pages pages, Viewer viewer, Sealer sealer, UnitOfWork work, CredentialIssuing issuing, TimeProvider clock, CancellationToken token) =>
        Show(decisionId, null, pages, viewer, sealer, work, issuing, clock, token);

    /// <summary>Set it aside.</summary>
    [Gives<SetDecisionAside>("decision-page"), Form]
    public static async Task<IResult> SetAside(Guid decisionId, HttpContext http, Pages pages, Viewer viewer, Recorder recorder, Sealer sealer, UnitOfWork work, CredentialIssuing issuing, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        return await pages.Done(SetDecisionAsideEndpoint.Post(decisionId, new(entered.Prose("text")), recorder, sealer, issuing, token), $"/decisions/{decisionId}", "certification.was-set-aside", refused =>
        {
            viewer.AskAnew();
            return Show(decisionId, new("set-aside", refused, entered), pages, viewer, sealer, work, issuing, clock, token);
        });
    }

    private static Task<IResult> Show(Guid id, Attempt? last, Pages pages, Viewer viewer, Sealer sealer, UnitOfWork work, CredentialIssuing issuing, TimeProvider clock, CancellationToken token) =>
        pages.Over<DecisionView>(DecisionView.Get(id, viewer, sealer, token), async view => await pages.Show<DecisionPage>(new()
        {
            [nameof(View)] = view,
            [nameof(Scheme)] = Pages.ValueOf<SchemeView>(await SchemeView.Get(view.Scheme, viewer, token)),
            [nameof(Issued)] = view.Credential is { } credential && await work.Fold<Credential>(credential, token) is not null,
            [nameof(Hindrance)] = view.Credential is null || view.SetAside is not null ? null : (await issuing.BasisOf(work, id, view.Body, token)).Hindrance(clock.ThaiToday()),
            [nameof(Last)] = last,
        }, last?.Refused.Status ?? StatusCodes.Status200OK));
}
