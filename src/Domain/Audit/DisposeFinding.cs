using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>Dispose of a finding: dismiss it, refer it, or state that what was wrong has been set right; with grounds.</summary>
/// <param name="Disposition">What becomes of it.</param>
/// <param name="Reference">Number of the document that refers it, or of what corrected it; institutional, never about a person.</param>
/// <param name="About">The one of the finding's persons whom the grounds are about.</param>
/// <param name="Remark">The grounds, sealed under that person's key.</param>
public sealed record DisposeFinding(Disposition Disposition, string? Reference, Guid About, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Audit;

    /// <summary>It was disposed of before, otherwise or by someone else.</summary>
    public static readonly Rejection AlreadyDisposed = new("finding.already-disposed", RejectionKind.Conflict);

    /// <summary>What is referred or corrected names the document by which it was, and a number is one line of text.</summary>
    public static readonly Rejection BadReference = new("finding.bad-reference", RejectionKind.Invalid, "reference");

    /// <summary>Decide on the finding's stream.</summary>
    /// <param name="review">The review.</param>
    /// <param name="lead">The finding as a replay of the ledger gives it now, which may concern more persons than when it was taken up; null when no rule finds it any more.</param>
    /// <param name="by">Who disposes of it.</param>
    public Outcome Decide(Review? review, Lead? lead, Actor by)
    {
        if (review is null) return Review.NotOpened;
        if (review.Disposed is { } before)
            return (before.Disposition, before.Reference, before.Remark, before.DisposedBy) == (Disposition, Reference, Remark, by.Person) ? Outcome.NothingToDo : AlreadyDisposed;
        if (lead?.Persons.Contains(by.Person) == true) return Review.OwnActs;
        if (review.Refusal(by, About, Remark) is { } refusal) return refusal;
        if (Reference is null ? Disposition is not Disposition.Dismissed : !PlainText.IsCode(Reference)) return BadReference;
        return new FindingDisposed(review.Opened.Finding, Disposition, Reference, Remark!, by.Person);
    }
}
