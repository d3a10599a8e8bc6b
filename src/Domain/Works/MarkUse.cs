using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>The one check of clause 3, third paragraph: whoever uses a party's work, logo or mark has that party's written permission.</summary>
public static class MarkUse
{
    /// <summary>The user does not own the work, and no permit that is in force covers the place.</summary>
    public static readonly Rejection NoPermit = new("work.no-permit", RejectionKind.Forbidden, "work");

    /// <summary>Why an organisation may not use a work in a place on a day, or null. Whoever owns it needs no permit; the agreement's end changes nothing.</summary>
    public static Rejection? Refusal(Agreement agreement, Work? work, string user, PlaceOfUse place, DateOnly day)
    {
        if (work is null) return Work.Missing;
        if (work.IsOwnedBy(user, agreement)) return null;
        return work.Permits.Any(p => agreement.AreSame(p.Permitted.User, user) && p.Covers(place, day)) ? null : NoPermit;
    }
}
