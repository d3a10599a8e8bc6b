using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Audit.Findings;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>One finding with the events that show it, and its review.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="NameTh">The rule's name in Thai.</param>
/// <param name="NameEn">The rule's name in English.</param>
/// <param name="Severity">How much it matters; null when no rule finds it any more.</param>
/// <param name="State"><c>new</c>, <c>open</c>, <c>dismissed</c>, <c>referred</c> or <c>corrected</c>.</param>
/// <param name="SentenceTh">What was found, in Thai; null when no rule finds it any more.</param>
/// <param name="SentenceEn">What was found, in English; null when no rule finds it any more.</param>
/// <param name="Persons">Whom it concerns: whom it is about, and who acted in its events.</param>
/// <param name="Shows">The events by which it shows.</param>
/// <param name="Reaches">What else hangs on it.</param>
/// <param name="Thresholds">The thresholds of its rule, with their reasons.</param>
/// <param name="Review">What auditors did with it; null while nobody has taken it up.</param>
public sealed record FindingView(Guid Id, string Rule, string NameTh, string NameEn, Severity? Severity, string State, string? SentenceTh, string? SentenceEn,
    IReadOnlyList<Guid> Persons, IReadOnlyList<Shown> Shows, IReadOnlyList<Shown> Reaches, IReadOnlyList<Threshold> Thresholds, FindingView.Reviewed? Review)
{
    /// <summary>What auditors did; a text is null once the data of whom it is about was erased.</summary>
    /// <param name="OpenedBy">Who took it up.</param>
    /// <param name="Thresholds">Version of the thresholds with which it was found then.</param>
    /// <param name="Notes">What was noted.</param>
    /// <param name="Disposed">How it was disposed of; null while it is open.</param>
    /// <param name="Reopened">The last time that it was reopened, or null.</param>
    public sealed record Reviewed(Guid OpenedBy, string Thresholds, IReadOnlyList<Remarked> Notes, Disposal? Disposed, Remarked? Reopened);

    /// <summary>Something that an auditor wrote.</summary>
    /// <param name="By">The auditor.</param>
    /// <param name="About">Whom it is about.</param>
    /// <param name="Text">What.</param>
    public sealed record Remarked(Guid By, Guid About, string? Text);

    /// <summary>How it was disposed of.</summary>
    /// <param name="Disposition">What became of it.</param>
    /// <param name="Reference">The document's number, or null.</param>
    /// <param name="Grounds">On what grounds, and by whom.</param>
    public sealed record Disposal(Disposition Disposition, string? Reference, Remarked Grounds);

    /// <summary>Show a finding.</summary>
    [WolverineGet("/api/findings/{findingId:guid}"), Audits]
    public static async Task<IResult> Get(Guid findingId, HttpContext http, Viewer viewer, Sealer sealer, CurrentFindings findings, CancellationToken token)
    {
        var report = await findings.Get(token);
        var (finding, review) = (report.Findings.FirstOrDefault(f => f.Id == findingId), report.Reviews.GetValueOrDefault(findingId));
        if (finding is null && review is null) return Problem.Of(Domain.Audit.Review.Missing);
        var view = Of(findingId, finding, review?.Opened, FindingsView.StateOf(review), review is null ? null : await Of(review, sealer, token));
        return await viewer.List(http.Features.GetRequiredFeature<Actor>(), "finding", findingId.ToString(), view.Persons.Count, view, token);
    }

    private static FindingView Of(Guid id, Finding? finding, FindingOpened? opened, string state, Reviewed? review)
    {
        var rule = finding?.Rule ?? opened!.Rule;
        return new(id, rule, FindingWords.Name(rule, english: false), FindingWords.Name(rule, english: true), finding?.Severity, state,
            finding is null ? null : FindingWords.Sentence(finding, english: false), finding is null ? null : FindingWords.Sentence(finding, english: true),
            opened?.Persons ?? [.. finding!.Concerned], finding?.Shows ?? [], finding?.Reaches ?? [],
            [.. Projections.Audit.Findings.Thresholds.InForce.Numbers.Where(n => n.Code.StartsWith($"{rule}.", StringComparison.Ordinal))], review);
    }

    private static async Task<Reviewed> Of(Review review, Sealer sealer, CancellationToken token)
    {
        var notes = new List<Remarked>();
        foreach (var note in review.Notes) notes.Add(new(note.NotedBy, note.Remark.Person, await sealer.OpenRemark<FindingAnnotated>(note.Remark, token)));
        var disposed = review.Disposed is not { } d ? null
            : new Disposal(d.Disposition, d.Reference, new(d.DisposedBy, d.Remark.Person, await sealer.OpenRemark<FindingDisposed>(d.Remark, token)));
        var reopened = review.Reopened is not { } r ? null : new Remarked(r.ReopenedBy, r.Remark.Person, await sealer.OpenRemark<FindingReopened>(r.Remark, token));
        return new(review.Opened.OpenedBy, review.Opened.Thresholds, notes, disposed, reopened);
    }
}
