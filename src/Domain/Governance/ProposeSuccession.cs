using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>
/// Propose to take note that the law put another body in a party's place, as EGA became DGA. The party stays the same one, so it is
/// no assignment (clause 7); and since the law does not wait for the agreement, it is possible after the agreement's end too.
/// </summary>
public sealed record ProposeSuccession(Guid Proposal, string Former, string Code, string NameTh, string NameEn, LegalInstrument Instrument) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>A code, a name, or what the instrument is called is no plain line of text.</summary>
    public static readonly Rejection BadText = new("succession.bad-text", RejectionKind.Invalid, "code");

    /// <summary>Another party has, or had, that code.</summary>
    public static readonly Rejection CodeTaken = new("succession.code-taken", RejectionKind.Conflict, "code");

    /// <summary>The instrument is not in force yet.</summary>
    public static readonly Rejection NotInForce = new("succession.not-in-force", RejectionKind.Invalid, "instrument");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) => Governance.Proposal.Make(agreement, by, today,
        party => new SuccessionProposed(Proposal, party, by.Person, Former, Code, NameTh, NameEn, Instrument));

    internal static Rejection? Obstacle(Agreement agreement, SuccessionProposed proposed, DateOnly today)
    {
        if (agreement.Party(proposed.Former) is not { } party) return Agreement.NoParty;
        if (!PlainText.IsCode(proposed.Code) || !new[] { proposed.NameTh, proposed.NameEn, proposed.Instrument.Title, proposed.Instrument.Reference }.All(PlainText.IsTitle)) return BadText;
        if (agreement.Party(proposed.Code) is { } holder && holder != party) return CodeTaken;
        return proposed.Instrument.InForceOn > today ? NotInForce : null;
    }
}
