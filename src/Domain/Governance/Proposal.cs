using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Something that all three representatives sign, in any order and each party once, before it takes effect (clauses 8-10).</summary>
/// <param name="Content">What is proposed, as it was recorded.</param>
/// <param name="Signatures">Those given and not taken back; three when it is in effect.</param>
/// <param name="TakenBack">Those taken back, oldest first.</param>
/// <param name="Effect">What happened with the third signature; null before.</param>
/// <param name="WithdrawnBy">Who took the proposal back; null while it stands.</param>
public sealed record Proposal(IProposed Content, ValueList<Signature> Signatures, ValueList<Signature> TakenBack, IEffect? Effect, Guid? WithdrawnBy)
{
    /// <summary>How many sign: all the parties.</summary>
    public const int Needed = 3;

    /// <summary>No proposal with that id was made.</summary>
    public static readonly Rejection Missing = new("proposal.missing", RejectionKind.Missing, "proposal");

    /// <summary>Something else was proposed under that id, or by somebody else.</summary>
    public static readonly Rejection AlreadyProposed = new("proposal.already-proposed", RejectionKind.Conflict, "proposal");

    /// <summary>All three have signed; it can only be changed by another proposal.</summary>
    public static readonly Rejection InEffect = new("proposal.in-effect", RejectionKind.Conflict, "proposal");

    /// <summary>The party that had made the proposal took it back.</summary>
    public static readonly Rejection Withdrawn = new("proposal.withdrawn", RejectionKind.Conflict, "proposal");

    /// <summary>Its id.</summary>
    public Guid Id => Content.Proposal;

    /// <summary>Whether it can still be signed and withdrawn.</summary>
    public bool Open => Effect is null && WithdrawnBy is null;

    /// <summary>Propose something for a party, under an id that the caller chose.</summary>
    internal static Outcome Make<TProposed>(Agreement? agreement, Actor by, DateOnly today, Func<string, TProposed> content) where TProposed : LedgerEvent, IProposed
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.PartiesOnly;
        var proposed = content(party.Code);
        // A party that was renamed since repeats itself all the same.
        if (agreement.Proposal(proposed.Proposal) is { Content: var before }) return party.Answers(before.Party) && content(before.Party).Equals(before) ? Outcome.NothingToDo : AlreadyProposed;
        return Effects.Obstacle(agreement, proposed, today) is { } obstacle ? obstacle : proposed;
    }
}

/// <summary>A party's signature.</summary>
/// <param name="Party">Code of the party, as it was then.</param>
/// <param name="Person">Its representative who gave it, or took it back.</param>
public sealed record Signature(string Party, Guid Person);
