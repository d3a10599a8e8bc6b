using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>Take a consent to disclosure back, from today on.</summary>
public sealed record WithdrawConsent(Guid Consent, string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepConfidences;

    /// <summary>The information has no consent with that id.</summary>
    public static readonly Rejection Missing = new("consent.missing", RejectionKind.Missing, "consent");

    /// <summary>It was taken back before, by another letter.</summary>
    public static readonly Rejection AlreadyWithdrawn = new("consent.already-withdrawn", RejectionKind.Conflict);

    /// <summary>The reference is no plain line of text.</summary>
    public static readonly Rejection BadReference = new("consent.bad-reference", RejectionKind.Invalid, "reference");

    /// <summary>Decide on the information's stream.</summary>
    public Outcome Decide(Confidence? confidence, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (confidence is null) return Confidences.Confidence.Missing;
        if (!confidence.IsOwnedBy(by.Organisation, agreement)) return Confidences.Confidence.NotTheOwner;
        if (confidence.Consent(Consent) is not { } consent) return Missing;
        if (consent.Withdrawn is { } before) return before.Reference == Reference ? Outcome.NothingToDo : AlreadyWithdrawn;
        return PlainText.IsCode(Reference) ? new ConsentWithdrawn(confidence.Classified.Confidence, Consent, today, Reference) : BadReference;
    }
}
