using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

/// <summary>What may become of the sample credential after it was issued.</summary>
internal static class Lifecycle
{
    public static readonly CredentialSuspended Suspended = new(Candidate, CredentialId, SuspensionGround.UnderInvestigation, Remark, Today, Auditor);

    public static readonly CredentialReinstated Reinstated = new(Candidate, CredentialId, Remark, Today, Auditor);
}
