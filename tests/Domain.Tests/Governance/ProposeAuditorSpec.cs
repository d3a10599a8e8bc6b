using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeAuditorSpec
{
    private static ProposeAuditor Propose => new(P1, AnAuditor, Today, new(2027, 12, 31));

    private static Func<Agreement?, Outcome> When(ProposeAuditor command, Guid? by = null) => a => command.Decide(a, Someone, C(by ?? CoordinatesC), Today);

    [Fact]
    public void An_auditor_is_proposed_from_a_day_to_a_day() => Spec<Agreement>.Given(Signed).When(When(Propose)).Then(Audits);

    [Fact]
    public void An_auditor_may_be_proposed_without_end() => Spec<Agreement>.Given(Signed).When(When(Propose with { Until = null })).Then(Audits with { Until = null });

    [Fact]
    public void All_three_may_let_an_auditor_open_what_is_sealed()
    {
        Spec<Agreement>.Given(Signed).When(When(Propose with { Opens = true })).Then(Audits with { Opens = true });
        Fold.Of<Agreement>([Signed, .. All(Audits with { Opens = true }, Appointed with { Opens = true })])!.AuditorOn(AnAuditor, Today)!.Opens.ShouldBeTrue();
        Fold.Of<Agreement>([Signed, .. All(Audits, Appointed)])!.AuditorOn(AnAuditor, Today)!.Opens.ShouldBeFalse();
    }

    [Fact]
    public void An_audit_outlives_the_agreement() => Spec<Agreement>.Given(Over).When(When(Propose)).Then(Audits);

    [Fact]
    public void Nobody_proposes_themself() => Spec<Agreement>.Given(Signed).When(When(Propose, AnAuditor)).ThenRejected(ProposeAuditor.ProposesSelf);

    [Theory, InlineData(0xB1), InlineData(0xB2), InlineData(0xB3)]
    public void A_representative_does_not_audit(int representative) => Spec<Agreement>
        .Given(Signed).When(When(Propose with { Person = Id(representative) })).ThenRejected(ProposeAuditor.Represents);

    [Fact]
    public void Whoever_will_represent_does_not_audit() => Spec<Agreement>
        .Given(Signed, new RepresentativeNamed(AnAuditor, "E", new(2027, 9, 1), RepresentsE)).When(When(Propose)).ThenRejected(ProposeAuditor.Represents);

    [Fact]
    public void Whoever_represented_once_may_audit() => Spec<Agreement>
        .Given(Signed, new RepresentativeNamed(NextOfE, "E", Yesterday, RepresentsE)).When(When(Propose with { Person = RepresentsE })).Then(Audits with { Person = RepresentsE });

    [Theory, InlineData("2027-03-20", "2027-03-19"), InlineData("2027-03-01", "2027-03-14")]
    public void The_last_day_is_neither_before_the_first_nor_over(string from, string until) => Spec<Agreement>
        .Given(Signed).When(When(Propose with { From = Day(from), Until = Day(until) })).ThenRejected(ProposeAuditor.BadPeriod);

    [Fact]
    public void Nobody_is_appointed_twice_at_a_time() => Spec<Agreement>
        .Given([Signed, .. All(Audits, Appointed)]).When(When(Propose with { Proposal = P2, From = new(2027, 12, 31), Until = null })).ThenRejected(ProposeAuditor.AlreadyAppointed);

    [Fact]
    public void The_next_appointment_follows_the_last() => Spec<Agreement>
        .Given([Signed, .. All(Audits, Appointed)]).When(When(Propose with { Proposal = P2, From = new(2028, 1, 1), Until = null }))
        .Then(Audits with { Proposal = P2, From = new(2028, 1, 1), Until = null });

    [Fact]
    public void The_auditor_is_somebody_whom_the_ledger_knows() => Spec<Agreement>
        .Given(Signed).When(a => Propose.Decide(a, null, C(CoordinatesC), Today)).ThenRejected(Person.Missing);

    [Fact]
    public void An_auditor_audits_from_the_first_day_to_the_last()
    {
        var agreement = Fold.Of<Agreement>([Signed, .. All(Audits, Appointed)])!;
        new[] { Yesterday, Today, new(2027, 12, 31), new(2028, 1, 1) }.Select(day => agreement.AuditorOn(AnAuditor, day) is not null).ShouldBe([false, true, true, false]);
    }
}
