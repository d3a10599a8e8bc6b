using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

/// <summary>What may become of the sample credential after it was issued.</summary>
internal static class Lifecycle
{
    public static readonly CredentialSuspended Suspended = new(Candidate, CredentialId, SuspensionGround.UnderInvestigation, Remark, Today, Auditor);

    public static readonly CredentialReinstated Reinstated = new(Candidate, CredentialId, Remark, Today, Auditor);

    public static readonly CredentialReplaced Replaced = new(Candidate, CredentialId, Credential.ReplacementOf(CredentialId), Today, Registrar);

    public static readonly CredentialIssued Replacement = Issued with { Credential = Replaced.Successor, Replaces = CredentialId };

    // A case: the examiner gives notice, the auditor decides, the certifier rules.
    public static readonly DateOnly Term = Today.AddDays(15);

    public static readonly RevocationNotified Notified = new(Candidate, CredentialId, Ground.Fraud, Remark, Term, Examiner);

    public static readonly NoticeAnswered Answered = new(Candidate, CredentialId, Remark);

    public static readonly RevocationDropped Dropped = new(Candidate, CredentialId, Remark, Auditor);

    public static readonly RevocationAppealed Appealed = new(Candidate, CredentialId, Remark);

    public static readonly AppealDismissed Dismissed = new(Candidate, CredentialId, Remark, Certifier);

    public static readonly AppealUpheld Upheld = new(Candidate, CredentialId, Remark, Today, Certifier);

    /// <summary>A credential that was issued, and revoked after the holder had answered.</summary>
    public static readonly LedgerEvent[] RevokedAfterAnswer = [Issued, Notified, Answered, Revoked];
}
