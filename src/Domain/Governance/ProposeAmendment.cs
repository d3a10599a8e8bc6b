using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose to change the agreement: a text to annex, and what it does to the mandates (clause 9, row R-AMEND).</summary>
public sealed record ProposeAmendment(Guid Proposal, string Text, ValueList<MandateChange> Changes) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>The text is empty, too long, or not plain lines.</summary>
    public static readonly Rejection BadText = new("amendment.bad-text", RejectionKind.Invalid, "text");

    /// <summary>A change does not say what its kind needs, says more, names no good clause, or a clause that another change names.</summary>
    public static readonly Rejection BadChange = new("amendment.bad-change", RejectionKind.Invalid, "changes");

    /// <summary>A mandate can be held by the three parties alone (clause 7).</summary>
    public static readonly Rejection NoAssignment = new("mandate.no-assignment", RejectionKind.Invalid, "changes");

    /// <summary>Nobody holds a mandate of that clause.</summary>
    public static readonly Rejection NoSuchMandate = new("mandate.no-such-clause", RejectionKind.Invalid, "clause");

    /// <summary>Somebody holds a mandate of that clause.</summary>
    public static readonly Rejection AlreadyGranted = new("mandate.already-granted", RejectionKind.Conflict, "changes");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) =>
        Governance.Proposal.Make(agreement, by, today, party => new AmendmentProposed(Proposal, party, by.Person, Text, TextDigest.Of(Text), Changes));

    internal static Rejection? Obstacle(Agreement agreement, AmendmentProposed proposed, DateOnly today)
    {
        if (agreement.HasEndedOn(today)) return Agreement.Ended;
        if (!PlainText.IsPages(proposed.Text)) return BadText;
        if (proposed.Changes.DistinctBy(c => c.Clause).Count() != proposed.Changes.Count) return BadChange;
        return proposed.Changes.Select(c => Obstacle(agreement, c)).FirstOrDefault(o => o is not null);
    }

    private static Rejection? Obstacle(Agreement agreement, MandateChange c)
    {
        if (!Clause.IsGood(c.Clause) || !IsWhole(c)) return BadChange;
        if (c.Party is { } party && agreement.Party(party) is null) return NoAssignment;
        var holder = agreement.HolderOf(c.Clause);
        if (c.Change is Change.Granted) return holder is null ? null : AlreadyGranted;
        if (holder is null) return NoSuchMandate;
        return c.Change is Change.Moved && holder.Answers(c.Party!) ? BadChange : null;
    }

    private static bool IsWhole(MandateChange c) => (c.Change, c.Party, c.TextTh, c.TextEn) switch
    {
        (Change.Granted, not null, { } th, { } en) => PlainText.IsPages(th) && PlainText.IsPages(en),
        (Change.Changed, null, { } th, { } en) => PlainText.IsPages(th) && PlainText.IsPages(en),
        (Change.Moved, not null, null, null) or (Change.Ended, null, null, null) => true,
        _ => false,
    };
}
