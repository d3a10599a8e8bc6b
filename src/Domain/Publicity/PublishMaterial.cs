using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Publicity;

/// <summary>Record a publication about the project; any party may publish by itself, as long as all three are named (clause 6).</summary>
public sealed record PublishMaterial(Guid Publication, string TitleTh, string TitleEn, MaterialKind Kind, string Reference,
    string? Text, string? Sha256, string? Notice) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Publish;

    /// <summary>A publication with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyPublished = new("publication.already-published", RejectionKind.Conflict, "publication");

    /// <summary>A title or the reference is no plain line of text, or the text has what no text may have.</summary>
    public static readonly Rejection BadText = new("publication.bad-text", RejectionKind.Invalid, "titleTh");

    /// <summary>A publication is given either by its text, or by the digest of its file and the notice that the file shows.</summary>
    public static readonly Rejection BadContent = new("publication.bad-content", RejectionKind.Invalid, "text");

    /// <summary>The publication does not show the notice that names all three parties as they are called today.</summary>
    public static readonly Rejection NoNotice = new("publication.no-notice", RejectionKind.Invalid, "notice");

    /// <summary>Decide on the publication's stream.</summary>
    public Outcome Decide(Publication? publication, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.NoParty;
        var published = new MaterialPublished(Publication, party.Code, TitleTh, TitleEn, Kind, Reference, Text, Sha256, Notice, today);
        if (publication is { Published: var before })
            return party.Answers(before.Party) && before == (published with { Party = before.Party, PublishedOn = before.PublishedOn }) ? Outcome.NothingToDo : AlreadyPublished;
        if (!PlainText.IsTitle(TitleTh) || !PlainText.IsTitle(TitleEn) || !PlainText.IsTitle(Reference)) return BadText;
        if ((Text, Sha256, Notice) is not (({ }, null, null) or (null, { }, _)) || Sha256 is not null && !Digest.IsSha256(Sha256)) return BadContent;
        var shown = Text ?? Notice ?? "";
        if (!ThreePartyNotice.In(shown, agreement)) return NoNotice;
        return PlainText.IsPages(shown) ? published : BadText;
    }
}
