using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>The one check of clause 5: confidential information is disclosed under its owner's written consent alone, also after the agreement.</summary>
public static class Disclosure
{
    /// <summary>No consent that is in force names this recipient and this purpose.</summary>
    public static readonly Rejection NoConsent = new("confidence.no-consent", RejectionKind.Forbidden);

    /// <summary>Why information may not be disclosed, or null. The owner itself may always be told.</summary>
    /// <param name="agreement">The agreement, for organisations that were renamed.</param>
    /// <param name="confidence">The information.</param>
    /// <param name="recipient">To whom.</param>
    /// <param name="purpose">What for, in the very words of the consent: nobody but the owner says that other words mean the same.</param>
    /// <param name="day">On which day.</param>
    public static Rejection? Refusal(Agreement agreement, Confidence? confidence, string recipient, string purpose, DateOnly day)
    {
        if (confidence is null) return Confidence.Missing;
        if (confidence.IsOwnedBy(recipient, agreement)) return null;
        return confidence.Consents.Any(c => c.InForceOn(day) && c.Given.Purpose == purpose && agreement.AreSame(c.Given.Recipient, recipient)) ? null : NoConsent;
    }
}
