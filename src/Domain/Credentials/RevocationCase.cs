using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>What came of a notice to the holder, up to the decision.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Answer">What the holder answered; null while they did not.</param>
/// <param name="Dropped">The decision not to revoke; null for none. The other decision is the credential's revocation.</param>
public sealed record RevocationCase(RevocationNotified Notice, NoticeAnswered? Answer, RevocationDropped? Dropped)
{
    /// <summary>An act against the holder, or by the holder, gives its reasons (Administrative Procedure Act B.E. 2539, sections 37 and 44).</summary>
    public static readonly Rejection NoReasons = new("revocation.no-reasons", RejectionKind.Invalid);

    /// <summary>The holder asked for this revocation, so that there is nobody to hear.</summary>
    public static readonly Rejection NotAgainstHolder = new("revocation.not-against-holder", RejectionKind.Invalid, "ground");

    /// <summary>No notice waits for a decision.</summary>
    public static readonly Rejection NoNotice = new("revocation.no-notice", RejectionKind.Conflict);

    /// <summary>Whoever had a hand in it before does not decide on it.</summary>
    public static readonly Rejection SameHand = new("revocation.same-hand", RejectionKind.Forbidden);
}

/// <summary>What came of the holder's appeal.</summary>
/// <param name="Lodged">The appeal.</param>
/// <param name="Dismissed">The ruling that the revocation stands; null for none.</param>
/// <param name="Upheld">The ruling that it does not; null for none.</param>
public sealed record Appeal(RevocationAppealed Lodged, AppealDismissed? Dismissed, AppealUpheld? Upheld)
{
    /// <summary>Whether nobody has ruled yet.</summary>
    public bool IsOpen => Dismissed is null && Upheld is null;

    /// <summary>Days after that of the revocation on which the holder may appeal (Administrative Procedure Act B.E. 2539, section 44).</summary>
    public const int Days = 15;

    /// <summary>Last day on which the holder may appeal against a revocation; null where they asked for it themself.</summary>
    public static DateOnly? LastDay(CredentialRevoked revoked) => revoked.Ground is Ground.HolderRequest ? null : revoked.Effective.AddDays(Days);
}
