using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class NameRepresentativeSpec
{
    private static readonly RepresentativeNamed Named = new(NextOfE, "E", Tomorrow, RepresentsE);

    private static Func<Agreement?, Outcome> By(Actor actor, Guid? person = null, DateOnly? from = null) =>
        a => new NameRepresentative(person ?? NextOfE, from ?? Tomorrow).Decide(a, Known(person ?? NextOfE), actor, Today);

    [Fact]
    public void A_representative_names_the_next() => Spec<Agreement>.Given(Signed).When(By(Representing("E"))).Then(Named);

    [Fact]
    public void The_next_may_begin_today() => Spec<Agreement>.Given(Signed).When(By(Representing("E"), from: Today)).Then(Named with { From = Today });

    [Fact]
    public void The_present_one_represents_until_then()
    {
        var party = Fold.Of<Agreement>(Signed, Named)!.Party("E")!;
        (party.RepresentativeOn(SignedOn.AddDays(-1)), party.RepresentativeOn(Today), party.RepresentativeOn(Tomorrow)).ShouldBe((null, RepresentsE, NextOfE));
    }

    [Fact]
    public void Another_one_may_be_named_instead_until_the_day_has_come()
    {
        var instead = new RepresentativeNamed(Stranger, "E", Tomorrow, RepresentsE);
        Spec<Agreement>.Given(Signed, Named).When(By(Representing("E"), Stranger)).Then(instead);
        Fold.Of<Agreement>(Signed, Named, instead)!.Party("E")!.Representatives.Select(r => r.Person).ShouldBe([RepresentsE, Stranger]);
    }

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Agreement>.Given(Signed, Named).When(By(Representing("E"))).ThenNothing();

    [Fact]
    public void Nobody_is_named_for_days_that_are_over() => Spec<Agreement>.Given(Signed).When(By(Representing("E"), from: Yesterday)).ThenRejected(NameRepresentative.PastDate);

    [Theory, InlineData(0xB1), InlineData(0xB3)]
    public void Nobody_represents_two_parties(int other) => Spec<Agreement>.Given(Signed).When(By(Representing("E"), Id(other))).ThenRejected(NameRepresentative.OfAnotherParty);

    [Fact]
    public void Nobody_will_represent_two_parties() => Spec<Agreement>
        .Given(Signed, new RepresentativeNamed(NextOfE, "T", new(2027, 9, 1), RepresentsT)).When(By(Representing("E"))).ThenRejected(NameRepresentative.OfAnotherParty);

    [Fact]
    public void An_auditor_does_not_represent() => Spec<Agreement>
        .Given([Signed, .. All(Audits, Appointed)]).When(By(Representing("E"), AnAuditor)).ThenRejected(NameRepresentative.Audits);

    [Fact]
    public void Only_the_partys_own_representative_names() => Spec<Agreement>.Given(Signed).When(By(E(RepresentsT))).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void Whoever_is_named_for_later_does_not_name_yet() => Spec<Agreement>.Given(Signed, Named).When(By(E(NextOfE), Stranger)).ThenRejected(Agreement.RepresentativesOnly);

    [Fact]
    public void Only_parties_are_represented() => Spec<Agreement>.Given(Signed).When(By(Acting(RepresentsE, "X"))).ThenRejected(Agreement.PartiesOnly);

    [Fact]
    public void The_next_one_is_somebody_whom_the_ledger_knows() => Spec<Agreement>
        .Given(Signed).When(a => new NameRepresentative(NextOfE, Tomorrow).Decide(a, null, Representing("E"), Today)).ThenRejected(Person.Missing);

    [Fact]
    public void Nobody_represents_before_the_agreement() => Spec<Agreement>.Given().When(By(Representing("E"))).ThenRejected(Agreement.Missing);
}
