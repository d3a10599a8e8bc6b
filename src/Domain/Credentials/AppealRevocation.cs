using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Appeal against a revocation, as the holder, within fifteen days (Administrative Procedure Act B.E. 2539, section 44).</summary>
public sealed record AppealRevocation(Sealed<string>? Reasons) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.OwnRecord;

    /// <summary>The credential is not revoked.</summary>
    public static readonly Rejection NotRevoked = new("revocation.not-revoked", RejectionKind.Conflict);

    /// <summary>The holder appealed before, for other reasons.</summary>
    public static readonly Rejection AlreadyAppealed = new("revocation.already-appealed", RejectionKind.Conflict);

    /// <summary>The fifteen days have passed.</summary>
    public static readonly Rejection TooLate = new("revocation.appeal-too-late", RejectionKind.Conflict);

    /// <summary>It was revoked with the credential that it renews; the appeal against that is for both.</summary>
    public static readonly Rejection TakenAlong = new("revocation.taken-along", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued } || issued.Person != by.Person) return Credential.Missing;
        if (credential.Appeal is { Lodged: var before }) return before.Reasons == Reasons ? Outcome.NothingToDo : AlreadyAppealed;
        if (credential.Revoked is not { } revoked) return NotRevoked;
        if (revoked.With is not null) return TakenAlong;
        if (revoked.Ground is Ground.HolderRequest) return RevocationCase.NotAgainstHolder;
        if (today > Appeal.LastDay(revoked)) return TooLate;
        return Reasons is null ? RevocationCase.NoReasons : new RevocationAppealed(issued.Person, issued.Credential, Reasons);
    }
}
