using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing;

/// <summary>One credential about to be released, with everything read that it rests on: decided and signed without the database, by whatever thread, and then stored.</summary>
public sealed class CredentialRelease
{
    private readonly PersonKey? holder;
    private readonly StatusReference? place;
    private readonly Func<Action<Guid, byte[]>, Outcome> decide;

    internal CredentialRelease(PersonKey? holder, StatusReference? place, Func<Action<Guid, byte[]>, Outcome> decide) => (this.holder, this.place, this.decide) = (holder, place, decide);

    /// <summary>One that is settled without signing anything.</summary>
    internal static CredentialRelease Of(Outcome outcome) => new(null, null, _ => outcome);

    /// <summary>Decide; where a credential is released, sign its document, verify it, and encrypt it for its holder.</summary>
    /// <exception cref="UnsoundDocumentException">What was signed does not verify.</exception>
    public Outcome Decide() => decide((credential, document) => Sealed = SealedDocument.Of(credential, holder!, place!, document));

    /// <summary>The document to store in the transaction that records the issue; null where none was signed.</summary>
    public SealedDocument? Sealed { get; private set; }
}
