using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>Put on record that information of one's own party is confidential, without the information (clause 5).</summary>
public sealed record ClassifyInformation(Guid Confidence, SecrecyClass Class, string Title, string? Sha256) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepConfidences;

    /// <summary>Information with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyClassified = new("confidence.already-classified", RejectionKind.Conflict, "confidence");

    /// <summary>The title is no plain line of text, or the digest is not 64 lower-case hexadecimal digits.</summary>
    public static readonly Rejection BadText = new("confidence.bad-text", RejectionKind.Invalid, "title");

    /// <summary>Decide on the information's stream.</summary>
    public Outcome Decide(Confidence? confidence, Agreement? agreement, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.NoParty;
        var classified = new InformationClassified(Confidence, party.Code, Class, Title, Sha256);
        if (confidence is { Classified: var before })
            return party.Answers(before.Owner) && before == (classified with { Owner = before.Owner }) ? Outcome.NothingToDo : AlreadyClassified;
        return PlainText.IsTitle(Title) && (Sha256 is null || Digest.IsSha256(Sha256)) ? classified : BadText;
    }
}
