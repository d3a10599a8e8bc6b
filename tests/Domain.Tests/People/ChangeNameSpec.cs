using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.People;

public class ChangeNameSpec
{
    private static ChangeName Change => new(Renamed.Name, Renamed.From, Renamed.Evidence);

    private static Func<Person?, Outcome> By(ChangeName command, bool isSame = false, Guid? by = null) => person => command.Decide(person, isSame, Acting(by ?? Registrar), Today);

    [Fact]
    public void A_person_has_another_name_from_a_day_on() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Change))
        .Then(Renamed);

    [Fact]
    public void And_another_one_later() => Spec<Person>
        .Given(Registered(Candidate), Renamed)
        .When(By(Change with { Name = Sealed<PersonName>(Candidate, "newer") }))
        .Then(Renamed with { Name = Sealed<PersonName>(Candidate, "newer") });

    [Fact]
    public void The_same_change_again_is_nothing_new() => Spec<Person>
        .Given(Registered(Candidate), Renamed)
        .When(By(Change, isSame: true))
        .ThenNothing();

    [Fact]
    public void The_name_in_force_is_no_change() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Change, isSame: true))
        .ThenRejected(ChangeName.SameName);

    [Fact]
    public void A_name_is_in_force_when_its_day_has_come() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Change with { From = Tomorrow }))
        .ThenRejected(ChangeName.BadDay);

    [Fact]
    public void No_name_comes_before_the_one_in_force() => Spec<Person>
        .Given(Registered(Candidate), Renamed)
        .When(By(Change with { From = Yesterday.AddDays(-1) }))
        .ThenRejected(ChangeName.BadDay);

    [Fact]
    public void A_change_has_evidence() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Change with { Evidence = new(EvidenceKind.CivilRegistration, "") }))
        .ThenRejected(Evidence.Malformed);

    [Fact]
    public void Nobody_gives_themself_a_name() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Change, by: Candidate))
        .ThenRejected(ChangeName.OfOneself);

    [Fact]
    public void A_person_must_be_in_the_ledger() => Spec<Person>
        .Given()
        .When(By(Change))
        .ThenRejected(Person.Missing);

    [Fact]
    public void A_person_whose_data_was_erased_gets_no_name() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDone)
        .When(By(Change))
        .ThenRejected(Person.Erased);
}
