using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Record, once, the agreement that three parties signed by their representatives: the beginning of every authority in a ledger.</summary>
/// <param name="TitleTh">Official title in Thai.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="SignedOn">Day of signature in Thailand.</param>
/// <param name="TextSha256">SHA-256 of the signed text as it is.</param>
/// <param name="Stated">SHA-256 that the text is said to have; null when nothing is said.</param>
/// <param name="Parties">The parties.</param>
/// <param name="Mandates">Their duties under clause 2.</param>
public sealed record FoundLedger(string TitleTh, string TitleEn, DateOnly SignedOn, string TextSha256, string? Stated,
    ValueList<PartyNamed> Parties, ValueList<Mandate> Mandates) : ICommand
{
    /// <summary>What entitles the first representative to record what all three had signed.</summary>
    public const string Authority = "founding";

    /// <inheritdoc/>
    public static Duty Needs => Duties.Represent;

    /// <summary>An agreement was recorded before.</summary>
    public static readonly Rejection AlreadyFounded = new("agreement.already-founded", RejectionKind.Conflict);

    /// <summary>Something was recorded before the agreement, so under no authority.</summary>
    public static readonly Rejection NotEmpty = new("agreement.not-empty", RejectionKind.Conflict);

    /// <summary>Three parties, with three codes and three representatives.</summary>
    public static readonly Rejection NotThree = new("agreement.not-three-parties", RejectionKind.Invalid, "parties");

    /// <summary>A representative is not among the people who are registered with the agreement.</summary>
    public static readonly Rejection UnknownRepresentative = new("agreement.unknown-representative", RejectionKind.Invalid, "parties");

    /// <summary>A title, a code, a name or the words of a mandate are no plain line of text.</summary>
    public static readonly Rejection BadText = new("agreement.bad-text", RejectionKind.Invalid, "agreement");

    /// <summary>There are no mandates, or a clause is not three numbers with dots, or occurs twice.</summary>
    public static readonly Rejection BadClause = new("agreement.bad-clause", RejectionKind.Invalid, "mandates");

    /// <summary>The text's digest is not the stated one.</summary>
    public static readonly Rejection WrongDigest = new("agreement.wrong-digest", RejectionKind.Invalid, "textSha256");

    /// <summary>The day of signature has not come.</summary>
    public static readonly Rejection NotSignedYet = new("agreement.not-signed-yet", RejectionKind.Invalid, "signedOn");

    /// <summary>Decide on the agreement's stream.</summary>
    /// <param name="agreement">What was founded before, if anything.</param>
    /// <param name="empty">Whether the ledger holds no event at all.</param>
    /// <param name="people">Who is registered with the agreement.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Agreement? agreement, bool empty, IReadOnlyCollection<Guid> people, DateOnly today)
    {
        var signed = new AgreementSigned(Agreement.TheId, TitleTh, TitleEn, SignedOn, TextSha256, Parties, Mandates);
        if (agreement is not null) return agreement.Signed == signed ? Outcome.NothingToDo : AlreadyFounded;
        if (!empty) return NotEmpty;
        if (Parties.Count != 3 || Parties.DistinctBy(p => p.Code).Count() != 3 || Parties.DistinctBy(p => p.Representative).Count() != 3) return NotThree;
        if (!Parties.All(p => people.Contains(p.Representative))) return UnknownRepresentative;
        if (!IsPlain()) return BadText;
        if (Mandates.Count == 0 || !Mandates.All(m => Clause.IsGood(m.Clause)) || Mandates.DistinctBy(m => m.Clause).Count() != Mandates.Count) return BadClause;
        if (!Mandates.All(m => Parties.Any(p => p.Code == m.Party))) return Agreement.NoParty;
        if (Stated is not null && Stated != TextSha256) return WrongDigest;
        return SignedOn > today ? NotSignedYet : signed;
    }

    private bool IsPlain() =>
        PlainText.IsTitle(TitleTh) && PlainText.IsTitle(TitleEn)
        && Parties.All(p => PlainText.IsCode(p.Code) && PlainText.IsTitle(p.NameTh) && PlainText.IsTitle(p.NameEn))
        && Mandates.All(m => PlainText.IsPages(m.TextTh) && PlainText.IsPages(m.TextEn));
}
