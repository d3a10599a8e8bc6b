using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Withdraw a credential for good, on stated grounds, by a person other than the one who issued it.</summary>
public sealed record RevokeCredential(Ground Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>Whoever issued a credential does not revoke it.</summary>
    public static readonly Rejection OwnIssue = new("credential.own-issue", RejectionKind.Forbidden);

    /// <summary>Only the body that issued a credential revokes it.</summary>
    public static readonly Rejection OtherBody = IssueCredential.OtherBody;

    /// <summary>It was revoked before, on another ground or by someone else.</summary>
    public static readonly Rejection AlreadyRevoked = new("credential.already-revoked", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Revoked is { } before)
            return (before.Ground, before.Remark, before.RevokedBy) == (Ground, Remark, by.Person) ? Outcome.NothingToDo : AlreadyRevoked;
        return credential.RefusalTo(by) is { } refused ? refused : new CredentialRevoked(issued.Person, issued.Credential, Ground, Remark, today, by.Person);
    }
}
