using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>Note something about a finding that was taken up, disposed of or not.</summary>
/// <param name="Note">The note's id, chosen by the caller.</param>
/// <param name="About">The one of the finding's persons whom it is about.</param>
/// <param name="Remark">What is noted, sealed under that person's key.</param>
public sealed record AnnotateFinding(Guid Note, Guid About, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Audit;

    /// <summary>The finding has another note under that id.</summary>
    public static readonly Rejection OtherNote = new("finding.other-note", RejectionKind.Conflict, "note");

    /// <summary>Decide on the finding's stream.</summary>
    public Outcome Decide(Review? review, Actor by)
    {
        if (review is null) return Review.NotOpened;
        if (review.Notes.FirstOrDefault(n => n.Note == Note) is { } before)
            return (before.Remark, before.NotedBy) == (Remark, by.Person) ? Outcome.NothingToDo : OtherNote;
        return review.Refusal(by, About, Remark) is { } refusal ? refusal : new FindingAnnotated(review.Opened.Finding, Note, Remark!, by.Person);
    }
}
