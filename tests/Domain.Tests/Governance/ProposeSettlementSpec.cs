using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeSettlementSpec
{
    private static readonly SettlementProposed Proposed = new(P1, "C", CoordinatesC, D1, "แบ่งกัน");

    private static Func<Agreement?, Outcome> With(string text) => a => new ProposeSettlement(P1, D1, text).Decide(a, C(CoordinatesC), Today);

    [Fact]
    public void A_settlement_is_proposed_once_all_three_have_considered() => Spec<Agreement>.Given([Signed, .. Considered]).When(With("แบ่งกัน")).Then(Proposed);

    [Fact]
    public void What_was_raised_before_the_end_is_settled_after_it() => Spec<Agreement>
        .Given([Signed, .. Considered, .. Over.Skip(1)]).When(With("แบ่งกัน")).Then(Proposed);

    [Fact]
    public void Two_views_are_not_enough() => Spec<Agreement>.Given([Signed, .. Considered.SkipLast(1)]).When(With("แบ่งกัน")).ThenRejected(ProposeSettlement.NotConsidered);

    [Fact]
    public void What_is_settled_is_not_settled_again() => Spec<Agreement>
        .Given([Signed, .. Considered, .. All(Proposed with { Proposal = P2 }, new DisputeSettled(P2, D1))]).When(With("แบ่งกัน")).ThenRejected(Dispute.Over);

    [Fact]
    public void What_nobody_raised_is_not_settled() => Spec<Agreement>.Given(Signed).When(With("แบ่งกัน")).ThenRejected(Dispute.Missing);

    [Fact]
    public void A_settlement_says_something() => Spec<Agreement>.Given([Signed, .. Considered]).When(With("")).ThenRejected(Dispute.BadText);
}
