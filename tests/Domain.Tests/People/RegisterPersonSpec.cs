using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.People;

public class RegisterPersonSpec
{
    private static readonly PersonRegistered Registration = Registered(Candidate);

    private static RegisterPerson Register => new(Candidate, Registration.Name, Registration.NationalId, Personnel.CivilServant, Synthetic: false);

    [Fact]
    public void A_person_becomes_known_under_a_random_id() => Spec<Person>
        .Given()
        .When(p => Register.Decide(p, known: null))
        .Then(Registration);

    [Fact]
    public void The_same_particulars_again_are_nothing_new() => Spec<Person>
        .Given(Registration)
        .When(p => Register.Decide(p, known: Candidate))
        .ThenNothing();

    [Fact]
    public void The_same_particulars_are_nothing_new_after_years_in_posts() => Spec<Person>
        .Given(Registration, Held, Left)
        .When(p => Register.Decide(p, known: Candidate))
        .ThenNothing();

    [Fact]
    public void Other_particulars_under_a_known_id_are_refused() => Spec<Person>
        .Given(Registration)
        .When(p => (Register with { Personnel = Personnel.Contractor }).Decide(p, known: Candidate))
        .ThenRejected(RegisterPerson.AlreadyRegistered);

    [Fact]
    public void Another_name_under_a_known_id_is_refused() => Spec<Person>
        .Given(Registration)
        .When(p => (Register with { Name = Sealed<PersonName>(Candidate, "another name") }).Decide(p, known: Candidate))
        .ThenRejected(RegisterPerson.AlreadyRegistered);

    [Fact]
    public void A_national_id_belongs_to_one_person() => Spec<Person>
        .Given()
        .When(p => Register.Decide(p, known: Stranger))
        .ThenRejected(RegisterPerson.Duplicate);

    [Fact]
    public void A_lookup_that_names_the_person_themself_is_no_duplicate() => Spec<Person>
        .Given()
        .When(p => Register.Decide(p, known: Candidate))
        .Then(Registration);

    [Theory, InlineData(""), InlineData("123456789012"), InlineData("12345678901212"), InlineData("1-2345-67890-12-1"), InlineData("๑๒๓๔๕๖๗๘๙๐๑๒๑")]
    public void A_national_id_is_thirteen_ascii_digits(string text) => Spec<Person>
        .Given()
        .When(_ => RegisterPerson.Flaw(text)!)
        .ThenRejected(RegisterPerson.MalformedNationalId);

    [Fact]
    public void A_wrong_check_digit_is_found() => Spec<Person>
        .Given()
        .When(_ => RegisterPerson.Flaw("1234567890123")!)
        .ThenRejected(RegisterPerson.WrongCheckDigit);

    [Fact]
    public void A_good_national_id_has_no_flaw() => RegisterPerson.Flaw("1234567890121").ShouldBeNull();

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void A_name_is_one_plain_line(string text) => Spec<Person>
        .Given()
        .When(_ => RegisterPerson.Flaw(new PersonName(text))!)
        .ThenRejected(RegisterPerson.BadName);

    [Fact]
    public void A_name_in_both_languages_has_no_flaw() => RegisterPerson.Flaw(new PersonName("นางสาวสมมติ ใจดี", "Sommut Jaidee")).ShouldBeNull();

    [Fact]
    public void An_English_name_is_one_plain_line_too() => RegisterPerson.Flaw(new PersonName("นายสมมติ ใจดี", "Sommut\tJaidee")).ShouldBe(RegisterPerson.BadName);

    [Fact]
    public void A_person_whose_data_was_erased_is_not_registered_again_under_the_same_id() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDone)
        .When(p => new RegisterPerson(Candidate, Registered(Candidate).Name, Registered(Candidate).NationalId, Personnel.CivilServant, false).Decide(p, null))
        .ThenRejected(Person.Erased);
}
