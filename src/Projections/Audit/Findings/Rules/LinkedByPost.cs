using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// An examiner, or who accepted an award, and the candidate were linked by their posts on the day of the assessment or acceptance: one supervised the other, or both worked in
/// one unit. Posts are often recorded later than they began, so that it shows only after everything was read.
/// </summary>
public sealed class LinkedByPost : IFindingRule
{
    private readonly Dictionary<Guid, List<Post>> posts = [];
    private readonly List<(Shown Event, Guid Result, Guid Examiner, Guid Candidate, DateOnly Day)> examined = [];

    /// <inheritdoc/>
    public string Code => "linked-by-post";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        switch (e.Data)
        {
            case PostHeld held: Of(held.Person).Add(new(Shown.Of(e), held)); break;
            case PostLeft left when Of(left.Person).LastOrDefault(p => p.Left is null && (p.Held.Agency, p.Held.Post) == (left.Agency, left.Post)) is { } post: post.Left = left.Until; break;
            case ResultDeclared r: Examine(e, r.Result, r.Examiners, r.Person, r.AssessedOn); break;
            case AwardAccepted a: Examine(e, a.Award, [a.AcceptedBy], a.Person, Bangkok.Day(e.At)); break;
            case ResultSuperseded r: Examine(e, r.Result, r.Examiners, r.Person, Bangkok.Day(e.At)); break;
        }
        return [];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today)
    {
        var told = new HashSet<(Guid, Guid)>();
        foreach (var (shown, result, examiner, candidate, day) in examined)
        {
            // Who examined again is told once.
            if (!told.Contains((result, examiner)) && Link(examiner, candidate, day) is var (word, mine, theirs) && told.Add((result, examiner)))
                yield return new(Code, Severity.Medium, [examiner, candidate], [.. new[] { shown, mine.Event, theirs.Event }.OrderBy(s => s.Sequence)], [], [examiner, new Word(word), candidate, day]);
        }
    }

    private void Examine(Seen e, Guid result, IEnumerable<Guid> examiners, Guid candidate, DateOnly day) =>
        examined.AddRange(examiners.Select(examiner => (Shown.Of(e), result, examiner, candidate, day)));

    private (string Word, Post Mine, Post Theirs)? Link(Guid examiner, Guid candidate, DateOnly day)
    {
        foreach (var mine in On(examiner, day))
        {
            foreach (var theirs in On(candidate, day).Where(t => t.Held.Agency == mine.Held.Agency))
            {
                if (theirs.Held.Supervisor == mine.Held.Post) return ("supervises", mine, theirs);
                if (mine.Held.Supervisor == theirs.Held.Post) return ("reports-to", mine, theirs);
                if (mine.Held.Unit is { } unit && unit == theirs.Held.Unit) return ("shares-unit-with", mine, theirs);
            }
        }
        return null;
    }

    private IEnumerable<Post> On(Guid person, DateOnly day) => posts.TryGetValue(person, out var held) ? held.Where(p => p.Held.From <= day && !(p.Left < day)) : [];

    private List<Post> Of(Guid person) => posts.TryGetValue(person, out var held) ? held : posts[person] = [];

    private sealed class Post(Shown e, PostHeld held)
    {
        public Shown Event => e;

        public PostHeld Held => held;

        public DateOnly? Left { get; set; }
    }
}
