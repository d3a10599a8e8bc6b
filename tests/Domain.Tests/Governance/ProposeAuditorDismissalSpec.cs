using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeAuditorDismissalSpec
{
    private static readonly AuditorDismissalProposed Proposed = new(AnAuditor, P2, "C", CoordinatesC);

    private static Outcome Propose(Agreement? agreement) => new ProposeAuditorDismissal(P2, AnAuditor).Decide(agreement, C(CoordinatesC), Today);

    [Fact]
    public void An_auditors_dismissal_is_proposed() => Spec<Agreement>.Given([Signed, .. All(Audits, Appointed)]).When(Propose).Then(Proposed);

    [Fact]
    public void Whoever_is_to_audit_later_is_not_to_audit_at_all() => Spec<Agreement>
        .Given([Signed, .. All(Audits, Appointed with { From = Tomorrow })]).When(Propose).Then(Proposed);

    [Fact]
    public void Whoever_does_not_audit_is_not_dismissed() => Spec<Agreement>.Given(Signed).When(Propose).ThenRejected(ProposeAuditorDismissal.NotAppointed);

    [Fact]
    public void Dismissed_is_dismissed_from_that_day_on()
    {
        var agreement = Fold.Of<Agreement>([Signed, .. All(Audits, Appointed), .. All(Proposed, new AuditorDismissed(AnAuditor, P2, Tomorrow))])!;
        new[] { Today, Tomorrow }.Select(day => agreement.AuditorOn(AnAuditor, day) is not null).ShouldBe([true, false]);
        agreement.IsAuditorFrom(Tomorrow, AnAuditor).ShouldBeFalse();
    }

    [Fact]
    public void Dismissed_before_the_first_day_is_as_if_never_appointed() =>
        Fold.Of<Agreement>([Signed, .. All(Audits, Appointed with { From = Tomorrow }), .. All(Proposed, new AuditorDismissed(AnAuditor, P2, Today))])!.Auditors.ShouldBeEmpty();
}
