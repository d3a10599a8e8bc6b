using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>
/// Release a credential in another's place that says the name which the holder has now: the same decision, period and achievement. The other
/// counts no more from today, which its own stream says in the same transaction (docs/design/0036-renewal-and-replacement.md).
/// </summary>
/// <param name="Credential">The credential to replace.</param>
/// <param name="Test">Whether this ledger only issues for demonstration and test.</param>
public sealed record ReplaceCredential(Guid Credential, bool Test) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.IssueCredentials;

    /// <summary>The document says the holder's name in force already.</summary>
    public static readonly Rejection SameName = new("credential.same-name", RejectionKind.Conflict);

    /// <summary>A notice of revocation waits for its decision; nobody gets out of it under another number.</summary>
    public static readonly Rejection NoticeWaits = new("credential.notice-waits", RejectionKind.Conflict);

    /// <summary>The stream to decide on: there is one replacement a credential, whatever crashes or races.</summary>
    public Guid Id => Credentials.Credential.ReplacementOf(Credential);

    /// <summary>Decide on the stream <see cref="Id"/>; asks for the signed document only when one is to be released.</summary>
    /// <param name="replacement">The credential in its place, if it was replaced before.</param>
    /// <param name="replaced">The credential to replace.</param>
    /// <param name="basis">What both rest on.</param>
    /// <param name="saysName">Whether its document says the name in force.</param>
    /// <param name="by">Who replaces.</param>
    /// <param name="today">Today in Thailand.</param>
    /// <param name="sign">Makes and signs the document.</param>
    public Outcome Decide(Credential? replacement, Credential? replaced, IssueCredential.Basis basis, bool saysName, Actor by, DateOnly today, Func<IssueCredential.Terms, SignedDocument> sign)
    {
        if (replaced is not { Issued: var issued }) return Credentials.Credential.Missing;
        if (replacement is not null) return Outcome.NothingToDo;
        if (basis.RefusalTo(by, today) is { } refused) return refused;
        if (replaced.Settled is { } settled) return settled;
        if (replaced.IsSuspended) return Credentials.Credential.NotWhileSuspended;
        if (replaced.OpenCase is not null) return NoticeWaits;
        if (issued.ValidUntil < today) return SuspendCredential.Expired;
        if (saysName) return SameName;
        return basis.Release(new(Id, issued.ValidFrom, issued.ValidUntil, issued.Test || Test, ThreePartyNotice.Of(basis.Agreement!)), by, sign, issued.Renews, issued.Credential);
    }

    /// <summary>What the replaced credential's own stream says of it.</summary>
    public static CredentialReplaced Closing(CredentialIssued replacement, DateOnly today) =>
        new(replacement.Person, replacement.Replaces!.Value, replacement.Credential, today, replacement.IssuedBy);
}
