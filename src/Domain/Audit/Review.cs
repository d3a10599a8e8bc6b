using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>What auditors did with a finding. The finding itself is computed from the ledger's events and stored nowhere.</summary>
/// <param name="Opened">Who took it up.</param>
/// <param name="Notes">What was noted, in order.</param>
/// <param name="Disposed">How it was disposed of; null while it is open.</param>
/// <param name="Reopened">The last time that it was taken up again; null if it never was.</param>
public sealed record Review(FindingOpened Opened, ValueList<FindingAnnotated> Notes, FindingDisposed? Disposed, FindingReopened? Reopened) : IEvolve<Review>
{
    /// <summary>No rule finds it, and nobody ever took it up.</summary>
    public static readonly Rejection Missing = new("finding.missing", RejectionKind.Missing, "finding");

    /// <summary>Nobody has taken it up yet.</summary>
    public static readonly Rejection NotOpened = new("finding.not-opened", RejectionKind.Conflict, "finding");

    /// <summary>Nobody reviews what concerns themself or their own acts.</summary>
    public static readonly Rejection OwnActs = new("finding.own-acts", RejectionKind.Forbidden);

    /// <summary>What is written must be about one of the persons whom the finding concerns, under whose key it is sealed.</summary>
    public static readonly Rejection NotConcerned = new("finding.not-concerned", RejectionKind.Invalid, "about");

    /// <summary>Nothing was written.</summary>
    public static readonly Rejection NoRemark = new("finding.no-remark", RejectionKind.Invalid, "remark");

    /// <summary>Whether the finding concerns a person.</summary>
    public bool Concerns(Guid person) => Opened.Persons.Contains(person);

    /// <summary>Whether an event is part of a review.</summary>
    public static bool Concerns(LedgerEvent e) => e is FindingOpened or FindingAnnotated or FindingDisposed or FindingReopened;

    /// <summary>Why this actor cannot write that about this person; null when they can.</summary>
    internal Rejection? Refusal(Actor by, Guid about, Sealed<string>? remark) =>
        Concerns(by.Person) ? OwnActs : !Concerns(about) ? NotConcerned : remark is null ? NoRemark : null;

    /// <inheritdoc/>
    public static Review? Evolve(Review? state, LedgerEvent e) => (state, e) switch
    {
        (null, FindingOpened opened) => new(opened, [], null, null),
        ({ } review, FindingAnnotated note) => review with { Notes = [.. review.Notes, note] },
        ({ Disposed: null } review, FindingDisposed disposed) => review with { Disposed = disposed },
        ({ Disposed: not null } review, FindingReopened reopened) => review with { Disposed = null, Reopened = reopened },
        _ => throw new ImpossibleEventException(typeof(Review), e),
    };
}
