using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Authority.Realm;

namespace CredentialLedger.Domain.Tests.Authority;

public class ReinstateAccreditationSpec
{
    private static Func<Accreditation?, Outcome> By(string reference, string party = "TPQI", Guid? person = null) =>
        accreditation => new ReinstateAccreditation(reference).Decide(accreditation, Agreed, For(party, person ?? Accreditor));

    [Fact]
    public void A_suspended_accreditation_is_in_force_again() => Spec<Accreditation>.Given(Accredited, Suspended).When(By("TPQI 8/2570")).Then(Reinstated);

    [Fact]
    public void One_in_force_stays_so() => Spec<Accreditation>.Given(Accredited).When(By("TPQI 8/2570")).ThenNothing();

    [Fact]
    public void A_withdrawn_one_is_not() => Spec<Accreditation>.Given(Accredited, WithdrawnForGood).When(By("TPQI 8/2570")).ThenRejected(Accreditation.Withdrawn);

    [Fact]
    public void It_says_which_document_tells_why() => Spec<Accreditation>.Given(Accredited, Suspended).When(By(" ")).ThenRejected(Accreditation.BadReference);

    [Fact]
    public void Another_party_has_no_say() => Spec<Accreditation>.Given(Accredited, Suspended).When(By("TPQI 7/2570", "OCSC")).ThenRejected(Accreditation.OutsideMandate);

    [Fact]
    public void The_head_has_no_say() => Spec<Accreditation>.Given(Accredited, Suspended).When(By("TPQI 7/2570", person: Head)).ThenRejected(AccreditOrganisation.OfOneself);

    [Fact]
    public void There_must_be_an_accreditation() => Spec<Accreditation>.Given().When(By("TPQI 7/2570")).ThenRejected(Accreditation.Missing);
}
