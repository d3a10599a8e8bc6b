using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>Take up again what was disposed of, since something more has come to light.</summary>
/// <param name="About">The one of the finding's persons whom the reason is about.</param>
/// <param name="Remark">The reason, sealed under that person's key.</param>
public sealed record ReopenFinding(Guid About, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Audit;

    /// <summary>It is open.</summary>
    public static readonly Rejection NotDisposed = new("finding.not-disposed", RejectionKind.Conflict);

    /// <summary>Decide on the finding's stream.</summary>
    public Outcome Decide(Review? review, Actor by)
    {
        if (review is null) return Review.NotOpened;
        if (review.Disposed is null)
            return review.Reopened is { } before && (before.Remark, before.ReopenedBy) == (Remark, by.Person) ? Outcome.NothingToDo : NotDisposed;
        return review.Refusal(by, About, Remark) is { } refusal ? refusal : new FindingReopened(review.Opened.Finding, Remark!, by.Person);
    }
}
