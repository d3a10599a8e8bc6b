using CredentialLedger.Domain.Governance;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ThreePartyNoticeSpec
{
    private static readonly ThreePartyNotice Notice = ThreePartyNotice.Of(Sample.TheAgreement);

    [Fact]
    public void It_names_all_three_parties_in_both_languages()
    {
        Notice.Th.ShouldBe("โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของสำนักงาน ก.พ. สรอ. และสคช.");
        Notice.En.ShouldBe("This project is carried out under the cooperation of Civil Service Commission, e-Government Agency and Qualification Institute.");
    }

    [Fact]
    public void It_names_a_successor_and_no_longer_whom_it_succeeded()
    {
        ThreePartyNotice.Of(AfterSuccession).Th.ShouldContain("สพร.");
        ThreePartyNotice.In(Notice.Th, AfterSuccession).ShouldBeFalse();
        ThreePartyNotice.In(ThreePartyNotice.Of(AfterSuccession).En, AfterSuccession).ShouldBeTrue();
    }

    [Fact]
    public void One_language_is_enough_and_lines_may_break_anywhere()
    {
        ThreePartyNotice.In($"ข่าว\n{Notice.Th}\nจบ", Sample.TheAgreement).ShouldBeTrue();
        ThreePartyNotice.In(Notice.En, Sample.TheAgreement).ShouldBeTrue();
        ThreePartyNotice.In(Notice.En.Replace(" and", "\n  and"), Sample.TheAgreement).ShouldBeTrue();
        ThreePartyNotice.In(Notice.Th.Replace("ความ", "\u200bความ"), Sample.TheAgreement).ShouldBeTrue();
    }

    [Fact]
    public void Two_of_three_are_not_enough()
    {
        ThreePartyNotice.In("", Sample.TheAgreement).ShouldBeFalse();
        ThreePartyNotice.In(Notice.Th.Replace("สรอ. ", ""), Sample.TheAgreement).ShouldBeFalse();
        ThreePartyNotice.In("สำนักงาน ก.พ. สรอ. สคช.", Sample.TheAgreement).ShouldBeFalse();
    }
}
