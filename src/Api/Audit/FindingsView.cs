using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Audit.Findings;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>The findings for the anti-corruption review, computed from the ledger's events.</summary>
/// <param name="Sequence">Place in the ledger of the last event that was read.</param>
/// <param name="Unseen">How many events no rule saw, since they cannot be read or trusted; anything but 0 is a matter for the audit.</param>
/// <param name="Thresholds">Version of the thresholds.</param>
/// <param name="Count">How many findings there are of what was asked for.</param>
/// <param name="Findings">Those that showed last, up to 500; ask for less to see the others.</param>
public sealed record FindingsView(long Sequence, long Unseen, string Thresholds, int Count, IReadOnlyList<FindingsView.Entry> Findings)
{
    private const int Most = 500;

    /// <summary>A rule or state that is asked for is none.</summary>
    public static readonly Rejection UnknownRule = new("finding.unknown-rule", RejectionKind.Invalid, "rule");

    /// <inheritdoc cref="UnknownRule"/>
    public static readonly Rejection UnknownState = new("finding.unknown-state", RejectionKind.Invalid, "state");

    /// <summary>One finding.</summary>
    /// <param name="Id">The finding.</param>
    /// <param name="Rule">Code of the rule.</param>
    /// <param name="Severity">How much it matters; null when no rule finds it any more.</param>
    /// <param name="State"><c>new</c>, <c>open</c>, <c>dismissed</c>, <c>referred</c> or <c>corrected</c>.</param>
    /// <param name="SentenceTh">What was found, in Thai; null when no rule finds it any more.</param>
    /// <param name="SentenceEn">What was found, in English; null when no rule finds it any more.</param>
    /// <param name="Showed">When the last event by which it shows was recorded; null when no rule finds it any more.</param>
    /// <param name="Persons">Whom it is about, by their ids.</param>
    /// <param name="Events">How many events it names.</param>
    public sealed record Entry(Guid Id, string Rule, Severity? Severity, string State, string? SentenceTh, string? SentenceEn, DateTimeOffset? Showed, IReadOnlyList<Guid> Persons, int Events);

    /// <summary>How far the review of a finding has come.</summary>
    public static string StateOf(Review? review) => review switch
    {
        null => "new",
        { Disposed: null } => "open",
        { Disposed.Disposition: Disposition.Dismissed } => "dismissed",
        { Disposed.Disposition: Disposition.Referred } => "referred",
        _ => "corrected",
    };

    /// <summary>Every state.</summary>
    public static IReadOnlyList<string> States { get; } = ["new", "open", "dismissed", "referred", "corrected"];

    /// <summary>Show the findings of a rule, about a person, that showed on days in Thailand, in a state; or all.</summary>
    [WolverineGet("/api/findings"), Audits]
    public static async Task<IResult> Get(string? rule, Guid? person, DateOnly? from, DateOnly? to, string? state, HttpContext http, Viewer viewer, CurrentFindings findings, CancellationToken token)
    {
        if (!string.IsNullOrEmpty(state) && !States.Contains(state)) return Problem.Of(UnknownState);
        var report = await findings.Get(token);
        if (!string.IsNullOrEmpty(rule) && !FindingRules.Codes.Contains(rule) && report.Reviews.Values.All(r => r.Opened.Rule != rule)) return Problem.Of(UnknownRule);
        var asked = Entries(report).Where(e => (string.IsNullOrEmpty(rule) || e.Rule == rule) && (person is null || e.Persons.Contains(person.Value))
            && (string.IsNullOrEmpty(state) || e.State == state) && (from is null || e.Showed?.ThaiDay() >= from) && (to is null || e.Showed?.ThaiDay() <= to)).ToArray();
        var shown = asked.TakeLast(Most).Reverse().ToArray();
        return await viewer.List(http.Features.GetRequiredFeature<Actor>(), "findings", Query(rule, person, from, to, state), shown.SelectMany(e => e.Persons).Distinct().Count(),
            new FindingsView(report.LastSequence, report.Unreadable + report.Distrusted, report.Thresholds, asked.Length, shown), token);
    }

    // What auditors took up and no rule finds any more comes first, since nothing says when it showed.
    private static IEnumerable<Entry> Entries(FindingsReport report)
    {
        var found = report.Findings.Select(f => f.Id).ToHashSet();
        return report.Reviews.Values.Where(r => !found.Contains(r.Opened.Finding))
            .Select(r => new Entry(r.Opened.Finding, r.Opened.Rule, null, StateOf(r), null, null, null, r.Opened.Persons, r.Opened.Events.Count))
            .Concat(report.Findings.Select(f => new Entry(f.Id, f.Rule, f.Severity, StateOf(report.Reviews.GetValueOrDefault(f.Id)),
                FindingWords.Sentence(f, english: false), FindingWords.Sentence(f, english: true), f.Last.Recorded, f.Persons, f.Shows.Count + f.Reaches.Count)));
    }

    private static string Query(string? rule, Guid? person, DateOnly? from, DateOnly? to, string? state) =>
        string.Join('/', (string[])[rule ?? "", person?.ToString() ?? "", $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}", state ?? ""]);
}
