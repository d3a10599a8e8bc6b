using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class SignProposalSpec
{
    private static Func<Agreement?, Outcome> By(Actor actor, Guid? proposal = null) => a => new SignProposal(proposal ?? P1).Decide(a, actor, Today);

    [Theory, InlineData("C"), InlineData("E"), InlineData("T")]
    public void Any_party_may_sign_first(string party) => Spec<Agreement>
        .Given(Signed, Amends).When(By(Representing(party))).Then(SignedBy(party));

    [Fact]
    public void The_second_signature_has_no_effect_yet() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T")).When(By(Representing("C"))).Then(SignedBy("C"));

    [Fact]
    public void With_the_third_signature_an_amendment_is_annexed_and_numbered() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T"), SignedBy("C")).When(By(Representing("E"))).Then(SignedBy("E"), Annexed);

    [Fact]
    public void The_next_amendment_has_the_next_number() => Spec<Agreement>
        .Given([Signed, .. All(Amends, Annexed), Amends with { Proposal = P2, Changes = [] }, SignedBy("T", P2), SignedBy("C", P2)])
        .When(By(Representing("E"), P2)).Then(SignedBy("E", P2), new AmendmentAnnexed(P2, 2, Today, []));

    [Fact]
    public void With_the_third_signature_the_agreement_ends_at_once_if_no_date_was_agreed() => Spec<Agreement>
        .Given(Signed, new TerminationProposed(P1, "C", CoordinatesC, null), SignedBy("T"), SignedBy("C"))
        .When(By(Representing("E"))).Then(SignedBy("E"), new TerminationAgreed(P1, Today));

    [Fact]
    public void With_the_third_signature_a_party_is_succeeded() => Spec<Agreement>
        .Given(Signed, Succeeds, SignedBy("T", P2), SignedBy("C", P2)).When(By(Representing("E"), P2)).Then(SignedBy("E", P2), Succeeded);

    [Fact]
    public void With_the_third_signature_an_auditor_is_appointed() => Spec<Agreement>
        .Given(Signed, Audits, SignedBy("T"), SignedBy("C")).When(By(Representing("E"))).Then(SignedBy("E"), Appointed);

    [Fact]
    public void An_auditor_audits_from_the_third_signature_if_that_comes_late() => Spec<Agreement>
        .Given(Signed, Audits with { From = Yesterday }, SignedBy("T"), SignedBy("C")).When(By(Representing("E"))).Then(SignedBy("E"), Appointed);

    [Fact]
    public void With_the_third_signature_an_auditor_is_dismissed() => Spec<Agreement>
        .Given([Signed, .. All(Audits, Appointed), new AuditorDismissalProposed(AnAuditor, P2, "C", CoordinatesC), SignedBy("T", P2), SignedBy("C", P2)])
        .When(By(Representing("E"), P2)).Then(SignedBy("E", P2), new AuditorDismissed(AnAuditor, P2, Today));

    [Fact]
    public void With_the_third_signature_an_arrangement_is_made() => Spec<Agreement>
        .Given(Signed, new ArrangementProposed(P1, "C", CoordinatesC, "NR 1", new("2.2.5", null, "C"), null), SignedBy("T"), SignedBy("C"))
        .When(By(Representing("E"))).Then(SignedBy("E"), new ArrangementMade(P1, "NR 1", new("2.2.5", null, "C"), null));

    [Fact]
    public void With_the_third_signature_a_dispute_is_settled() => Spec<Agreement>
        .Given([Signed, .. Considered, new SettlementProposed(P1, "C", CoordinatesC, D1, "แบ่งกัน"), SignedBy("T"), SignedBy("C")])
        .When(By(Representing("E"))).Then(SignedBy("E"), new DisputeSettled(P1, D1));

    [Fact]
    public void The_same_signature_again_is_nothing_new() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T")).When(By(Representing("T"))).ThenNothing();

    [Fact]
    public void A_signature_that_was_taken_back_may_be_given_again() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("T"), new SignatureWithdrawn(P1, "T", RepresentsT)).When(By(Representing("T"))).Then(SignedBy("T"));

    [Fact]
    public void A_successor_represented_as_before_signs_for_the_same_party() => Spec<Agreement>
        .Given([Signed, .. All(Succeeds, Succeeded), Amends, SignedBy("T")]).When(By(Representing("F"))).Then(SignedBy("F"));

    [Fact]
    public void A_new_representative_does_not_sign_for_the_party_again() => Spec<Agreement>
        .Given(Signed, Amends, SignedBy("E"), new RepresentativeNamed(NextOfE, "E", Today, RepresentsE)).When(By(E(NextOfE))).ThenRejected(SignProposal.AlreadySigned);

    [Fact]
    public void What_is_in_effect_is_not_signed_again() => Spec<Agreement>
        .Given([Signed, .. All(Amends, Annexed), new RepresentativeNamed(NextOfE, "E", Today, RepresentsE)]).When(By(E(NextOfE))).ThenRejected(Proposal.InEffect);

    [Fact]
    public void Nobody_signs_what_they_proposed() => Spec<Agreement>
        .Given(Signed, Amends with { ProposedBy = RepresentsC }).When(By(Representing("C"))).ThenRejected(SignProposal.OwnProposal);

    [Fact]
    public void Nobody_signs_what_they_proposed_before_they_represented_anybody() => Spec<Agreement>
        .Given(Signed, Amends with { ProposedBy = NextOfE }, new RepresentativeNamed(NextOfE, "E", Today, RepresentsE)).When(By(E(NextOfE))).ThenRejected(SignProposal.OwnProposal);

    [Fact]
    public void Only_a_representative_signs() => Spec<Agreement>
        .Given(Signed, Amends).When(By(C(CoordinatesE))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void A_representative_signs_for_no_other_organisation() => Spec<Agreement>
        .Given(Signed, Amends).When(By(E(RepresentsC))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void Whoever_is_named_for_later_does_not_sign_yet() => Spec<Agreement>
        .Given(Signed, Amends, new RepresentativeNamed(NextOfE, "E", Tomorrow, RepresentsE)).When(By(E(NextOfE))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void Whoever_represents_no_longer_does_not_sign() => Spec<Agreement>
        .Given(Signed, Amends, new RepresentativeNamed(NextOfE, "E", Today, RepresentsE)).When(By(Representing("E"))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void What_was_withdrawn_is_not_signed() => Spec<Agreement>
        .Given(Signed, Amends, new ProposalWithdrawn(P1, CoordinatesC)).When(By(Representing("T"))).ThenRejected(Proposal.Withdrawn);

    [Fact]
    public void What_nobody_proposed_is_not_signed() => Spec<Agreement>.Given(Signed).When(By(Representing("T"))).ThenRejected(Proposal.Missing);

    [Fact]
    public void Nothing_is_signed_before_the_agreement() => Spec<Agreement>.Given().When(By(Representing("T"))).ThenRejected(Agreement.Missing);

    [Fact]
    public void An_amendment_is_not_signed_once_the_agreement_has_ended() => Spec<Agreement>
        .Given([Signed, Amends, SignedBy("T"), SignedBy("C"), .. Over.Skip(1)]).When(By(Representing("E"))).ThenRejected(Agreement.Ended);

    [Fact]
    public void An_amendment_is_not_signed_once_another_one_did_what_it_does() => Spec<Agreement>
        .Given([Signed, Amends with { Proposal = P2 }, .. All(Amends, Annexed)]).When(By(Representing("E"), P2)).ThenRejected(ProposeAmendment.BadChange);

    [Fact]
    public void Nothing_takes_effect_without_three_signatures() => Spec<Agreement>.Given(Signed, Amends, SignedBy("C"), SignedBy("T")).ThenImpossible(Annexed);

    [Fact]
    public void No_party_signs_twice() => Spec<Agreement>.Given(Signed, Amends, SignedBy("C")).ThenImpossible(SignedBy("C"));
}
