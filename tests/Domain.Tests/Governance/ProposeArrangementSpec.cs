using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeArrangementSpec
{
    private static readonly CostArrangement Cost = new("2.2.5", null, "C");
    private static readonly WorkArrangement Work = new(Id(0x301), [new("C", 400), new("T", 600)], "T");

    private static ProposeArrangement Propose => new(P1, "NR 1", Cost, null);

    private static Func<Agreement?, Outcome> When(ProposeArrangement command) => a => command.Decide(a, C(CoordinatesC), Today);

    private static ArrangementProposed Proposed(CostArrangement? cost, WorkArrangement? work) => new(P1, "C", CoordinatesC, "NR 1", cost, work);

    private static void IsRefused(Rejection rejection, CostArrangement? cost, WorkArrangement? work, string reference = "NR 1") => Spec<Agreement>
        .Given(Signed).When(When(new(P1, reference, cost, work))).ThenRejected(rejection);

    [Fact]
    public void A_cost_of_a_duty_is_borne_as_agreed() => Spec<Agreement>.Given(Signed).When(When(Propose)).Then(Proposed(Cost, null));

    [Fact]
    public void A_cost_of_an_activity_is_borne_as_agreed() => Spec<Agreement>
        .Given(Signed).When(When(Propose with { Cost = new(null, Id(0x302), "T") })).Then(Proposed(new(null, Id(0x302), "T"), null));

    [Fact]
    public void A_jointly_made_work_has_owners_and_a_manager() => Spec<Agreement>
        .Given(Signed).When(When(Propose with { Cost = null, Work = Work })).Then(Proposed(null, Work));

    [Fact]
    public void It_is_asked_for_by_its_id_once_all_have_signed()
    {
        Fold.Of<Agreement>(Signed, Proposed(Cost, null), SignedBy("C"))!.Arrangement(P1).ShouldBeNull();
        var made = new ArrangementMade(P1, "NR 1", Cost, null);
        Fold.Of<Agreement>([Signed, .. All(Proposed(Cost, null), made)])!.Arrangement(P1).ShouldBe(made);
    }

    [Fact]
    public void It_is_about_one_case_and_has_a_number()
    {
        IsRefused(ProposeArrangement.Unclear, null, null);
        IsRefused(ProposeArrangement.Unclear, Cost, Work);
        IsRefused(ProposeArrangement.Unclear, Cost with { Clause = null }, null);
        IsRefused(ProposeArrangement.Unclear, Cost with { Activity = Id(0x302) }, null);
        IsRefused(ProposeArrangement.Unclear, Cost, null, reference: "");
    }

    [Fact]
    public void A_duty_that_nobody_has_costs_nothing() => IsRefused(ProposeAmendment.NoSuchMandate, Cost with { Clause = "2.9.9" }, null);

    [Fact]
    public void Only_the_three_bear_own_and_manage()
    {
        IsRefused(Agreement.NoParty, Cost with { Bearer = "X" }, null);
        IsRefused(Agreement.NoParty, null, Work with { Manager = "X" });
        IsRefused(Agreement.NoParty, null, Work with { Owners = [new("X", 1000)] });
    }

    public static TheoryData<OwnerShare[]> BadShares =>
    [
        [],
        [new("C", 999)],
        [new("C", 500), new("T", 501)],
        [new("C", 500), new("C", 500)],
        [new("C", 1001), new("T", -1)],
        [new("C", 1000), new("T", 0)],
        [new("C", int.MaxValue), new("T", int.MaxValue)],
    ];

    [Theory, MemberData(nameof(BadShares))]
    public void Shares_are_positive_one_a_party_and_make_one_whole(OwnerShare[] owners) =>
        IsRefused(ProposeArrangement.BadShares, null, Work with { Owners = [.. owners] });

    [Fact]
    public void Nothing_is_arranged_after_the_agreements_end() => Spec<Agreement>.Given(Over).When(When(Propose)).ThenRejected(Agreement.Ended);
}
