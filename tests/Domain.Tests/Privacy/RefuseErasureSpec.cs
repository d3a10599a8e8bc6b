using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Privacy;

public class RefuseErasureSpec
{
    private static RefuseErasure Decision => new(ErasureId, KeepingGround.LegalClaims, Remark);

    private static Func<Person?, Outcome> By(Guid officer, RefuseErasure command) => person => command.Decide(person, Acting(officer));

    [Fact]
    public void An_officer_who_has_no_part_in_it_decides() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked)
        .When(By(Auditor, Decision))
        .Then(ErasureDenied);

    [Fact]
    public void The_same_decision_again_is_nothing_new() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDenied)
        .When(By(Auditor, Decision))
        .ThenNothing();

    [Fact]
    public void Nobody_decides_about_their_own_data() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked with { RequestedBy = Certifier })
        .When(By(Candidate, Decision))
        .ThenRejected(Erasure.OwnMatter);

    [Fact]
    public void Nobody_decides_on_what_they_asked_for() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked with { RequestedBy = Auditor })
        .When(By(Auditor, Decision))
        .ThenRejected(Erasure.OwnMatter);

    [Fact]
    public void A_refusal_on_another_ground_comes_too_late() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDenied)
        .When(By(Auditor, Decision with { Ground = KeepingGround.PublicTask }))
        .ThenRejected(Erasure.AlreadyDecided);

    [Fact]
    public void What_is_erased_cannot_be_kept() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDone)
        .When(By(Auditor, Decision))
        .ThenRejected(Person.Erased);

    [Fact]
    public void What_nobody_asked_for_is_not_decided() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked)
        .When(By(Auditor, Decision with { Erasure = Id(1) }))
        .ThenRejected(Erasure.Missing);

    [Fact]
    public void About_nobody_nothing_is_decided() => Spec<Person>
        .Given()
        .When(By(Auditor, Decision))
        .ThenRejected(Person.Missing);
}
