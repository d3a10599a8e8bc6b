using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Let a credential count no more for the time being, on stated grounds, from today: what is urgent needs no notice, since it can be undone.</summary>
public sealed record SuspendCredential(SuspensionGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>It is suspended already, on another ground or by someone else.</summary>
    public static readonly Rejection AlreadySuspended = new("credential.already-suspended", RejectionKind.Conflict);

    /// <summary>Its last day has passed.</summary>
    public static readonly Rejection Expired = new("credential.expired", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Settled is { } settled) return settled;
        if (credential.Suspension is { Ended: null, Began: var before })
            return (before.Ground, before.Remark, before.SuspendedBy) == (Ground, Remark, by.Person) ? Outcome.NothingToDo : AlreadySuspended;
        if (credential.RefusalTo(by) is { } refused) return refused;
        return issued.ValidUntil < today ? Expired : new CredentialSuspended(issued.Person, issued.Credential, Ground, Remark, today, by.Person);
    }
}
