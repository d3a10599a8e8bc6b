using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Let a suspended credential count again, from today; also one that has expired meanwhile, so that its record says how the suspension ended.</summary>
public sealed record ReinstateCredential(Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>It is not suspended.</summary>
    public static readonly Rejection NotSuspended = new("credential.not-suspended", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Settled is { } settled) return settled;
        if (credential.Suspension?.Ended is { } before && (before.Remark, before.ReinstatedBy) == (Remark, by.Person)) return Outcome.NothingToDo;
        if (credential.RefusalTo(by) is { } refused) return refused;
        return credential.IsSuspended ? new CredentialReinstated(issued.Person, issued.Credential, Remark, today, by.Person) : NotSuspended;
    }
}
