using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeTerminationSpec
{
    private static Func<Agreement?, Outcome> On(DateOnly? day) => a => new ProposeTermination(P1, day).Decide(a, C(CoordinatesC), Today);

    private static TerminationProposed Proposed(DateOnly? day) => new(P1, "C", CoordinatesC, day);

    [Fact]
    public void The_three_may_agree_on_a_day() => Spec<Agreement>.Given(Signed).When(On(Tomorrow)).Then(Proposed(Tomorrow));

    [Fact]
    public void The_three_may_agree_to_end_at_once() => Spec<Agreement>.Given(Signed).When(On(null)).Then(Proposed(null));

    [Fact]
    public void Nobody_ends_it_as_of_a_day_that_is_over() => Spec<Agreement>.Given(Signed).When(On(Yesterday)).ThenRejected(ProposeTermination.PastDate);

    [Theory, InlineData("2027-08-01"), InlineData("2027-08-02")]
    public void The_earliest_end_counts(string day) => Spec<Agreement>
        .Given(Signed, new NoticeGiven("E", RepresentsE, "DG 1", Today, new(2027, 8, 1))).When(On(Day(day))).ThenRejected(ProposeTermination.EndsSooner);

    [Fact]
    public void It_may_still_end_before_a_notice_does_it() => Spec<Agreement>
        .Given(Signed, new NoticeGiven("E", RepresentsE, "DG 1", Today, new(2027, 8, 1))).When(On(new(2027, 7, 31))).Then(Proposed(new(2027, 7, 31)));

    [Fact]
    public void What_has_ended_does_not_end_again() => Spec<Agreement>.Given(Over).When(On(Tomorrow)).ThenRejected(Agreement.Ended);

    [Fact]
    public void Agreed_for_today_it_is_not_in_force_today()
    {
        var ended = Fold.Of<Agreement>([Signed, .. All(Proposed(null), new TerminationAgreed(P1, Today))])!;
        (ended.InForceOn(Yesterday), ended.InForceOn(Today)).ShouldBe((true, false));
        (ended.InForceOn(SignedOn), ended.InForceOn(SignedOn.AddDays(-1))).ShouldBe((true, false));
    }
}
