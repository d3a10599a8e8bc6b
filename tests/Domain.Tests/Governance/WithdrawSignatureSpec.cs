using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class WithdrawSignatureSpec
{
    private static readonly SignatureWithdrawn TakenBack = new(P1, "T", RepresentsT);

    private static Outcome ByT(Agreement? agreement) => new WithdrawSignature(P1).Decide(agreement, Representing("T"), Today);

    [Fact]
    public void A_signature_is_taken_back_before_the_third() => Spec<Agreement>.Given(Signed, Amends, SignedBy("T"), SignedBy("C")).When(ByT).Then(TakenBack);

    [Fact]
    public void It_is_taken_back_once() => Spec<Agreement>.Given(Signed, Amends, SignedBy("T"), TakenBack).When(ByT).ThenNothing();

    [Fact]
    public void A_new_representative_takes_the_partys_signature_back() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("E"), new RepresentativeNamed(NextOfE, "E", Today, RepresentsE))
        .When(a => new WithdrawSignature(P1).Decide(a, E(NextOfE), Today)).Then(new SignatureWithdrawn(P1, "E", NextOfE));

    [Fact]
    public void A_signature_that_was_not_given_is_not_taken_back() => Spec<Agreement>.Given(Signed, Amends, SignedBy("C")).When(ByT).ThenRejected(WithdrawSignature.NotSigned);

    [Fact]
    public void After_the_third_nothing_is_taken_back() => Spec<Agreement>.Given([Signed, .. All(Amends, Annexed)]).When(ByT).ThenRejected(Proposal.InEffect);

    [Fact]
    public void After_the_proposal_was_withdrawn_nothing_is_taken_back() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T"), new ProposalWithdrawn(P1, CoordinatesC)).When(ByT).ThenRejected(Proposal.Withdrawn);

    [Fact]
    public void Only_a_representative_takes_back() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T")).When(a => new WithdrawSignature(P1).Decide(a, T(CoordinatesT), Today)).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void What_nobody_proposed_nobody_signed() => Spec<Agreement>.Given(Signed).When(ByT).ThenRejected(Proposal.Missing);

    [Fact]
    public void Nothing_was_signed_before_the_agreement() => Spec<Agreement>.Given().When(ByT).ThenRejected(Agreement.Missing);

    [Fact]
    public void What_was_not_signed_cannot_be_taken_back() => Spec<Agreement>.Given(Signed, Amends).ThenImpossible(TakenBack);
}
