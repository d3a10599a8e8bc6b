using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Authority.Realm;

namespace CredentialLedger.Domain.Tests.Authority;

public class WithdrawAccreditationSpec
{
    private static Func<Accreditation?, Outcome> By(string reference, string party = "TPQI", Guid? person = null) =>
        accreditation => new WithdrawAccreditation(reference).Decide(accreditation, Agreed, For(party, person ?? Accreditor));

    [Fact]
    public void An_accreditation_is_withdrawn() => Spec<Accreditation>.Given(Accredited).When(By("TPQI 9/2570")).Then(WithdrawnForGood);

    [Fact]
    public void A_suspended_one_is_too() => Spec<Accreditation>.Given(Accredited, Suspended).When(By("TPQI 9/2570")).Then(WithdrawnForGood);

    [Fact]
    public void Nothing_follows_a_withdrawal() => Spec<Accreditation>.Given(Accredited, WithdrawnForGood).ThenImpossible(Reinstated);

    [Fact]
    public void It_says_which_document_tells_why() => Spec<Accreditation>.Given(Accredited).When(By(" ")).ThenRejected(Accreditation.BadReference);

    [Fact]
    public void Another_party_has_no_say() => Spec<Accreditation>.Given(Accredited).When(By("TPQI 7/2570", "OCSC")).ThenRejected(Accreditation.OutsideMandate);

    [Fact]
    public void The_head_has_no_say() => Spec<Accreditation>.Given(Accredited).When(By("TPQI 7/2570", person: Head)).ThenRejected(AccreditOrganisation.OfOneself);

    [Fact]
    public void There_must_be_an_accreditation() => Spec<Accreditation>.Given().When(By("TPQI 7/2570")).ThenRejected(Accreditation.Missing);
}
