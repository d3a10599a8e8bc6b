using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>
/// Withdraw a credential for good, without a notice: because the holder asked for it or it says something wrong, by a person other than
/// the one who issued it. What is held against the holder goes by <see cref="NotifyRevocation"/>.
/// </summary>
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

    /// <summary>The holder is to be heard first (Administrative Procedure Act B.E. 2539, section 30).</summary>
    public static readonly Rejection NeedsDueProcess = new("credential.needs-due-process", RejectionKind.Conflict, "ground");

    /// <summary>Decide on the credential's stream.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="renewals">Later renewals that rest on it, whatever became of them.</param>
    /// <param name="holder">Its holder. Whose data was erased cannot be heard any more, so that no ground asks for it.</param>
    /// <param name="by">Who revokes.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Credential? credential, IReadOnlyList<Credential> renewals, Person? holder, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Revoked is { } before)
            return (before.Ground, before.Remark, before.RevokedBy) == (Ground, Remark, by.Person) ? Outcome.NothingToDo : AlreadyRevoked;
        if ((credential.RefusalTo(by) ?? credential.Settled) is { } refused) return refused;
        if ((credential.OpenCase is not null || Ground is not (Ground.HolderRequest or Ground.IssuedInError)) && holder is not { IsErased: true }) return NeedsDueProcess;
        if ((Renewals.Refusal(renewals, Ground) ?? DecideRevocation.RefusalTo(by, renewals)) is { } unfit) return unfit;
        return new CredentialRevoked(issued.Person, issued.Credential, Ground, Remark, today, by.Person, Renewals.Named(renewals));
    }
}
