using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

public class ChangeAccreditationScopeSpec
{
    private static readonly Scope Narrower = ExaminingScope with { Duties = ["revoke-credentials"] };

    private static Func<Accreditation?, Outcome> By(Scope scope, string party = "TPQI", Guid? person = null) =>
        accreditation => new ChangeAccreditationScope(scope).Decide(accreditation, Agreed, Known(scope.Head), For(party, person ?? Accreditor));

    [Fact]
    public void The_scope_is_narrowed() => Spec<Accreditation>.Given(Accredited).When(By(Narrower)).Then(new AccreditationScopeChanged(Accredited.Accreditation, Narrower, Accreditor));

    [Fact]
    public void Another_head_is_named() => Spec<Accreditation>.Given(Accredited, Suspended).When(By(ExaminingScope with { Head = Officer }))
        .Then(new AccreditationScopeChanged(Accredited.Accreditation, ExaminingScope with { Head = Officer }, Accreditor));

    [Fact]
    public void The_same_scope_is_nothing_new() => Spec<Accreditation>.Given(Accredited).When(By(ExaminingScope)).ThenNothing();

    [Fact]
    public void A_duty_of_another_kind_is_refused() =>
        Spec<Accreditation>.Given(Accredited).When(By(ExaminingScope with { Duties = ["keep-courses"] })).ThenRejected(AccreditOrganisation.BadScope);

    [Fact]
    public void Nobody_makes_themself_the_head() => Spec<Accreditation>.Given(Accredited).When(By(ExaminingScope with { Head = Accreditor })).ThenRejected(AccreditOrganisation.OfOneself);

    [Fact]
    public void The_head_does_not_change_the_scope() => Spec<Accreditation>.Given(Accredited).When(By(Narrower, person: Head)).ThenRejected(AccreditOrganisation.OfOneself);

    [Fact]
    public void Another_party_does_not_change_it() => Spec<Accreditation>.Given(Accredited).When(By(Narrower, "EGA")).ThenRejected(Accreditation.OutsideMandate);

    [Fact]
    public void A_withdrawn_accreditation_is_not_changed() => Spec<Accreditation>.Given(Accredited, WithdrawnForGood).When(By(Narrower)).ThenRejected(Accreditation.Withdrawn);

    [Fact]
    public void An_organisation_that_nobody_accredited_has_no_scope() => Spec<Accreditation>.Given().When(By(Narrower)).ThenRejected(Accreditation.Missing);

    [Fact]
    public void The_head_is_a_person_of_the_ledger() => Spec<Accreditation>.Given(Accredited)
        .When(a => new ChangeAccreditationScope(Narrower).Decide(a, Agreed, null, For("TPQI", Accreditor))).ThenRejected(Person.Missing);
}
