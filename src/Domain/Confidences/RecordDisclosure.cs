using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>Record that a party disclosed confidential information, which it may under the owner's consent alone.</summary>
public sealed record RecordDisclosure(Guid Disclosure, string Recipient, string Purpose, DateOnly DisclosedOn) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepConfidences;

    /// <summary>A disclosure with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyRecorded = new("disclosure.already-recorded", RejectionKind.Conflict, "disclosure");

    /// <summary>The day has not come yet.</summary>
    public static readonly Rejection InFuture = new("disclosure.in-future", RejectionKind.Invalid, "disclosedOn");

    /// <summary>Recipient or purpose is no plain line of text.</summary>
    public static readonly Rejection BadText = new("disclosure.bad-text", RejectionKind.Invalid, "recipient");

    /// <summary>Decide on the information's stream.</summary>
    public Outcome Decide(Confidence? confidence, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (confidence is null) return Confidence.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.NoParty;
        var disclosed = new InformationDisclosed(confidence.Classified.Confidence, Disclosure, party.Code, Recipient, Purpose, DisclosedOn);
        if (confidence.Disclosed(Disclosure) is { } before)
            return party.Answers(before.By) && before == (disclosed with { By = before.By }) ? Outcome.NothingToDo : AlreadyRecorded;
        if (!PlainText.IsTitle(Recipient) || !PlainText.IsTitle(Purpose)) return BadText;
        if (DisclosedOn > today) return InFuture;
        return Confidences.Disclosure.Refusal(agreement, confidence, Recipient, Purpose, DisclosedOn) is { } refusal ? refusal : disclosed;
    }
}
