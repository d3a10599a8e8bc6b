using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of revocations against the holder, in the stream of the credential: add, never rename.
// The decision to revoke is credential-revoked, whose remark is then its reasons.

/// <summary>The holder was told that the credential may be revoked, why, and until when to answer (Administrative Procedure Act B.E. 2539, section 30).</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Ground">Why it may be revoked.</param>
/// <param name="Particulars">The facts that are held against the holder; sealed.</param>
/// <param name="AnswerUntil">Last day on which nothing is decided without the holder's answer.</param>
/// <param name="NotifiedBy">The person who gave notice.</param>
/// <param name="Renewals">The later renewals that would be revoked with it; null for none.</param>
[Stored("person", "credential", "ground", "particulars", "answerUntil", "notifiedBy", "renewals")]
public sealed record RevocationNotified(Guid Person, Guid Credential, Ground Ground, Sealed<string> Particulars, DateOnly AnswerUntil, Guid NotifiedBy, ValueList<Guid>? Renewals = null) : LedgerEvent, IAbout;

/// <summary>The holder answered the notice.</summary>
/// <param name="Person">The holder, who answered.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Answer">What the holder says; sealed.</param>
[Stored("person", "credential", "answer")]
public sealed record NoticeAnswered(Guid Person, Guid Credential, Sealed<string> Answer) : LedgerEvent, IAbout;

/// <summary>It was decided not to revoke.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Reasons">Why; sealed, and null where the holder's data was erased.</param>
/// <param name="DroppedBy">The person who decided.</param>
[Stored("person", "credential", "reasons", "droppedBy")]
public sealed record RevocationDropped(Guid Person, Guid Credential, Sealed<string>? Reasons, Guid DroppedBy) : LedgerEvent, IAbout;

/// <summary>The holder appealed against a revocation (section 44).</summary>
/// <param name="Person">The holder, who appealed.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Reasons">What the holder objects; sealed.</param>
[Stored("person", "credential", "reasons")]
public sealed record RevocationAppealed(Guid Person, Guid Credential, Sealed<string> Reasons) : LedgerEvent, IAbout;

/// <summary>The appeal was dismissed: the revocation stands.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Reasons">Why; sealed, and null where the holder's data was erased.</param>
/// <param name="DismissedBy">The person who ruled.</param>
[Stored("person", "credential", "reasons", "dismissedBy")]
public sealed record AppealDismissed(Guid Person, Guid Credential, Sealed<string>? Reasons, Guid DismissedBy) : LedgerEvent, IAbout;

/// <summary>The appeal was upheld: from then on the credential counts as never revoked.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credential">The credential.</param>
/// <param name="Reasons">Why; sealed, and null where the holder's data was erased.</param>
/// <param name="Effective">Day of the ruling.</param>
/// <param name="UpheldBy">The person who ruled.</param>
[Stored("person", "credential", "reasons", "effective", "upheldBy")]
public sealed record AppealUpheld(Guid Person, Guid Credential, Sealed<string>? Reasons, DateOnly Effective, Guid UpheldBy) : LedgerEvent, IAbout;
