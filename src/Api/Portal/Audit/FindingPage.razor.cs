using CredentialLedger.Api.Audit;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Audit.Findings;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Audit;

/// <summary>One finding: the events that show it, and what auditors do with it.</summary>
public sealed partial class FindingPage
{
    /// <summary>The finding.</summary>
    [Parameter, EditorRequired] public required FindingView View { get; set; }

    /// <summary>What was asked last and refused, by which form, and what was entered.</summary>
    [Parameter] public Attempt? Last { get; set; }

    private string Address => $"/findings/{View.Id}";

    private string? For => Visitor.For(Duties.Audit).FirstOrDefault();

    private RefusedRequest? Of(string form) => Last?.Form == form ? Last.Refused : null;

    private Entered In(string form) => Last?.Form == form ? Last.Entered : Entered.Nothing;

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Audits]
    public static Task<IResult> Get(Guid findingId, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, CurrentFindings findings, CancellationToken token) =>
        Show(findingId, null, http, pages, viewer, sealer, findings, token);

    /// <summary>Take it up.</summary>
    [Gives<OpenFinding>, Form]
    public static async Task<IResult> Open(Guid findingId, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, Recorder recorder, CurrentFindings findings, CancellationToken token)
    {
        var entered = await Entered.In(http);
        return await pages.Done(OpenFindingEndpoint.Put(findingId, recorder, findings, token), $"/findings/{findingId}", "findings.was-opened",
            refused => Show(findingId, new("review", refused, entered), http, pages, viewer, sealer, findings, token));
    }

    /// <summary>Note something.</summary>
    [Gives<AnnotateFinding>, Form]
    public static async Task<IResult> Annotate(Guid findingId, Guid noteId, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, Recorder recorder, CurrentFindings findings, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Id("about") is { } about ? AnnotateFindingEndpoint.Put(findingId, noteId, new(about, Remark(entered)), recorder, sealer, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/findings/{findingId}", "findings.was-noted", refused => Show(findingId, new("note", refused, entered), http, pages, viewer, sealer, findings, token));
    }

    /// <summary>Dispose of it.</summary>
    [Gives<DisposeFinding>, Form]
    public static async Task<IResult> Dispose(Guid findingId, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, Recorder recorder, CurrentFindings findings, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Id("about") is { } about && entered.Choice<Disposition>("disposition") is { } disposition
            ? DisposeFindingEndpoint.Post(findingId, new(disposition, about, Remark(entered), entered.Text("reference") is { Length: > 0 } reference ? reference : null), recorder, sealer, findings, token)
            : Entered.Refuse();
        return await pages.Done(recorded, $"/findings/{findingId}", "findings.was-disposed", refused => Show(findingId, new("disposal", refused, entered), http, pages, viewer, sealer, findings, token));
    }

    /// <summary>Reopen it.</summary>
    [Gives<ReopenFinding>, Form]
    public static async Task<IResult> Reopen(Guid findingId, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, Recorder recorder, CurrentFindings findings, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Id("about") is { } about ? ReopenFindingEndpoint.Post(findingId, new(about, Remark(entered)), recorder, sealer, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/findings/{findingId}", "findings.was-reopened", refused => Show(findingId, new("reopening", refused, entered), http, pages, viewer, sealer, findings, token));
    }

    private static string Remark(Entered entered) => entered.Text("remark").ReplaceLineEndings("\n");

    private static Task<IResult> Show(Guid id, Attempt? last, HttpContext http, Pages pages, Viewer viewer, Sealer sealer, CurrentFindings findings, CancellationToken token) =>
        pages.Over<FindingView>(FindingView.Get(id, http, viewer, sealer, findings, token), view =>
            pages.Show<FindingPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));
}
