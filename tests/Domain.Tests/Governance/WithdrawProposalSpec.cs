using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class WithdrawProposalSpec
{
    private static readonly ProposalWithdrawn Withdrawn = new(P1, CoordinatesC);

    private static Func<Agreement?, Outcome> By(Actor actor) => a => new WithdrawProposal(P1).Decide(a, actor);

    [Fact]
    public void A_proposal_is_withdrawn_before_it_takes_effect() => Spec<Agreement>.Given(Signed, Amends, SignedBy("T"), SignedBy("C")).When(By(C(CoordinatesC))).Then(Withdrawn);

    [Fact]
    public void A_colleague_of_the_same_party_withdraws_it_too() => Spec<Agreement>.Given(Signed, Amends).When(By(C(Stranger))).Then(new ProposalWithdrawn(P1, Stranger));

    [Fact]
    public void A_successor_withdraws_what_was_proposed_under_the_former_name() => Spec<Agreement>
        .Given([Signed, Amends with { Party = "E" }, .. All(Succeeds, Succeeded)]).When(By(Acting(CoordinatesE, "F"))).Then(new ProposalWithdrawn(P1, CoordinatesE));

    [Fact]
    public void It_is_withdrawn_once() => Spec<Agreement>.Given(Signed, Amends, Withdrawn).When(By(C(CoordinatesC))).ThenNothing();

    [Fact]
    public void What_somebody_withdrew_nobody_else_withdraws() => Spec<Agreement>.Given(Signed, Amends, Withdrawn).When(By(C(Stranger))).ThenRejected(Proposal.Withdrawn);

    [Fact]
    public void Another_party_does_not_withdraw_it() => Spec<Agreement>.Given(Signed, Amends).When(By(E(CoordinatesE))).ThenRejected(WithdrawProposal.OtherParty);

    [Fact]
    public void What_is_in_effect_is_not_withdrawn() => Spec<Agreement>.Given([Signed, .. All(Amends, Annexed)]).When(By(C(CoordinatesC))).ThenRejected(Proposal.InEffect);

    [Fact]
    public void What_nobody_proposed_is_not_withdrawn() => Spec<Agreement>.Given(Signed).When(By(C(CoordinatesC))).ThenRejected(Proposal.Missing);

    [Fact]
    public void Nothing_is_withdrawn_before_the_agreement() => Spec<Agreement>.Given().When(By(C(CoordinatesC))).ThenRejected(Agreement.Missing);
}
