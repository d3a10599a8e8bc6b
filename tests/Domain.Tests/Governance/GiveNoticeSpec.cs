using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class GiveNoticeSpec
{
    private static readonly DateOnly InNinetyDays = new(2027, 6, 13);
    private static readonly NoticeGiven Given = new("E", RepresentsE, "DG 1", Today, InNinetyDays);

    private static Func<Agreement?, Outcome> By(Actor actor, DateOnly? on = null, string reference = "DG 1") => a => new GiveNotice(reference, on ?? InNinetyDays).Decide(a, actor, Today);

    [Fact]
    public void One_party_ends_the_agreement_ninety_days_ahead() => Spec<Agreement>.Given(Signed).When(By(Representing("E"))).Then(Given);

    [Fact]
    public void Eighty_nine_days_are_too_few() => Spec<Agreement>.Given(Signed).When(By(Representing("E"), InNinetyDays.AddDays(-1))).ThenRejected(GiveNotice.TooShort);

    [Fact]
    public void Until_then_it_is_in_force() =>
        new[] { InNinetyDays.AddDays(-1), InNinetyDays }.Select(Fold.Of<Agreement>(Signed, Given)!.InForceOn).ShouldBe([true, false]);

    [Fact]
    public void The_same_notice_on_a_later_day_is_nothing_new() => Spec<Agreement>
        .Given(Signed, Given).When(a => new GiveNotice("DG 1", InNinetyDays).Decide(a, Representing("E"), Tomorrow)).ThenNothing();

    [Fact]
    public void A_notice_for_a_later_day_changes_nothing() => Spec<Agreement>
        .Given(Signed, Given).When(By(Representing("T"), InNinetyDays.AddDays(1))).ThenRejected(ProposeTermination.EndsSooner);

    [Fact]
    public void A_notice_for_an_earlier_day_counts() => Spec<Agreement>
        .Given(Signed, Given with { EndsOn = InNinetyDays.AddDays(1) }).When(By(Representing("T"), reference: "QI 2")).Then(new NoticeGiven("T", RepresentsT, "QI 2", Today, InNinetyDays));

    [Fact]
    public void What_has_ended_is_not_ended() => Spec<Agreement>.Given(Over).When(By(Representing("E"))).ThenRejected(Agreement.Ended);

    [Fact]
    public void Only_a_representative_gives_notice() => Spec<Agreement>.Given(Signed).When(By(E(CoordinatesE))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void A_written_notice_has_a_number() => Spec<Agreement>.Given(Signed).When(By(Representing("E"), reference: "")).ThenRejected(GiveNotice.BadReference);

    [Fact]
    public void There_is_nothing_to_end_before_the_agreement() => Spec<Agreement>.Given().When(By(Representing("E"))).ThenRejected(Agreement.Missing);
}
