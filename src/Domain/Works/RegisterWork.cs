using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>Put a work, a logo or a mark on record: one's own, or one made together, whose owners all three agreed on (clause 3).</summary>
public sealed record RegisterWork(Guid Work, string TitleTh, string TitleEn, WorkKind Kind, WorkOrigin Origin, Guid? Arrangement, string? Sha256) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepWorks;

    /// <summary>A work with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyRegistered = new("work.already-registered", RejectionKind.Conflict, "work");

    /// <summary>A title is no plain line of text, or the digest is not 64 lower-case hexadecimal digits; the field is the one at fault.</summary>
    public static readonly Rejection BadText = new("work.bad-text", RejectionKind.Invalid, "titleTh");

    /// <summary>A jointly made work needs an agreement of all three on whose it is; a work brought in has none.</summary>
    public static readonly Rejection NoArrangement = new("work.no-arrangement", RejectionKind.Invalid, "arrangement");

    /// <summary>Decide on the work's stream.</summary>
    /// <param name="work">The work under this id, if any.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="arranged">What the three agreed on under the id <see cref="Arrangement"/>, if anything.</param>
    /// <param name="by">Who registers; a work brought in is that party's.</param>
    public Outcome Decide(Work? work, Agreement? agreement, WorkArrangement? arranged, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.NoParty;
        if (work is { Registered: var before }) return Repeats(before) && (Origin is WorkOrigin.JointlyMade || party.Answers(before.Manager)) ? Outcome.NothingToDo : AlreadyRegistered;
        if (!PlainText.IsTitle(TitleTh)) return BadText;
        if (!PlainText.IsTitle(TitleEn)) return BadText with { Field = "titleEn" };
        if (Sha256 is not null && !Digest.IsSha256(Sha256)) return BadText with { Field = "sha256" };
        return (Origin, Arrangement, arranged) switch
        {
            (WorkOrigin.BroughtIn, null, _) => Registered([new(party.Code, 1000)], party.Code),
            (WorkOrigin.JointlyMade, not null, { Owners: var owners, Manager: var manager }) when arranged.Work == Work => Registered(owners, manager),
            _ => NoArrangement,
        };
    }

    private WorkRegistered Registered(ValueList<OwnerShare> owners, string manager) =>
        new(Work, TitleTh, TitleEn, Kind, Origin, owners, manager, Arrangement, Sha256);

    // Whose it is follows from the rest; a party that was renamed since repeats itself all the same.
    private bool Repeats(WorkRegistered before) => Registered(before.Owners, before.Manager) == before;
}
