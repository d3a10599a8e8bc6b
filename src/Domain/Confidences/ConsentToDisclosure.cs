using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>Consent, in writing, to the disclosure of one's own information to a named recipient, for a purpose, until a day.</summary>
public sealed record ConsentToDisclosure(Guid Consent, string Recipient, string Purpose, DateOnly Until, string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepConfidences;

    /// <summary>A consent with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyConsented = new("consent.already-given", RejectionKind.Conflict, "consent");

    /// <summary>Recipient, purpose or reference is no plain line of text.</summary>
    public static readonly Rejection BadText = new("consent.bad-text", RejectionKind.Invalid, "recipient");

    /// <summary>A consent ends before it is given.</summary>
    public static readonly Rejection InPast = new("consent.in-past", RejectionKind.Invalid, "until");

    /// <summary>Decide on the information's stream.</summary>
    public Outcome Decide(Confidence? confidence, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (confidence is null) return Confidences.Confidence.Missing;
        if (!confidence.IsOwnedBy(by.Organisation, agreement)) return Confidences.Confidence.NotTheOwner;
        var given = new DisclosureConsented(confidence.Classified.Confidence, Consent, Recipient, Purpose, today, Until, Reference);
        if (confidence.Consent(Consent) is { Given: var before }) return before == (given with { From = before.From }) ? Outcome.NothingToDo : AlreadyConsented;
        if (!PlainText.IsTitle(Recipient) || !PlainText.IsTitle(Purpose) || !PlainText.IsCode(Reference)) return BadText;
        return Until < today ? InPast : given;
    }
}
