using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Declare that a key was registered by deceit and never was its organisation's to sign with: nothing that it signed was ever issued, whatever its time.</summary>
/// <param name="Reference">Number of the document that says so.</param>
public sealed record DeclareKeyFraudulent(string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepKeys;

    /// <summary>Only the party that holds the mandate to certify says so: a body would void everything that it ever issued.</summary>
    public static readonly Rejection ByMandateOnly = new("signing-key.by-mandate-only", RejectionKind.Forbidden);

    /// <summary>Decide on the key's stream.</summary>
    public Outcome Decide(SigningKey? key, Agreement? agreement, Actor by, DateOnly today)
    {
        if (key is not { Registered: var registered }) return SigningKey.Missing;
        if (!SigningKey.AnswersForAll(by, agreement)) return ByMandateOnly;
        if (key.Fraudulent is { } before) return Reference == before.Reference ? Outcome.NothingToDo : SigningKey.IsFraudulent;
        return PlainText.IsCode(Reference) ? new SigningKeyDeclaredFraudulent(registered.Key, today, Reference, by.Person) : ReportCompromise.BadReference;
    }
}
