using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>What every act on an accreditation that exists asks first.</summary>
internal static class Supervision
{
    /// <summary>Why this actor cannot act on that accreditation; null when they can.</summary>
    public static Rejection? Refusal(Accreditation accreditation, Agreement? agreement, Actor by) =>
        agreement?.Party(by.Organisation) is not { } party || agreement.HolderOf(accreditation.Granted.Clause) != party ? Accreditation.OutsideMandate
        : accreditation.Scope.Head == by.Person ? AccreditOrganisation.OfOneself
        : accreditation.Standing is AccreditationStanding.Withdrawn ? Accreditation.Withdrawn : null;
}
