using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Audit;

/// <summary>One finding and what becomes of it: the certifier issued what they had decided on the candidate.</summary>
internal static class Lookings
{
    public static readonly Guid FindingId = Id(0xF0), NoteId = Id(0xF0E);
    public static readonly Lead TheLead = new(FindingId, "two-roles", "1", [Id(0xE001), Id(0xE002)], [Certifier, Candidate]);
    public static readonly FindingOpened Opened = new(FindingId, "two-roles", "1", [Id(0xE001), Id(0xE002)], [Certifier, Candidate], Auditor);
    public static readonly FindingAnnotated Noted = new(FindingId, NoteId, Remark, Auditor);
    public static readonly FindingDisposed Disposed = new(FindingId, Disposition.Dismissed, null, Remark, Auditor);
    public static readonly FindingReopened Reopened = new(FindingId, Remark, Auditor);
}
