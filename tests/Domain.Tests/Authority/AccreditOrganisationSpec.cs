using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

public class AccreditOrganisationSpec
{
    private static readonly AccreditOrganisation Accredit =
        new("CB-1", AccreditationKind.CertificationBody, "หน่วยรับรองหนึ่ง", "Body One", ExaminingScope, Today, null);

    private static Func<Accreditation?, Outcome> By(AccreditOrganisation command, string party = "TPQI", Guid? person = null, Agreement? agreement = null) => accreditation =>
        command.Decide(accreditation, agreement ?? Agreed, Known(command.Scope.Head), For(party, person ?? Accreditor), Today);

    [Fact]
    public void The_party_that_holds_the_mandate_accredits() => Spec<Accreditation>.Given().When(By(Accredit)).Then(Accredited);

    [Fact]
    public void A_party_without_the_mandate_does_not() => Spec<Accreditation>.Given().When(By(Accredit, "OCSC")).ThenRejected(Accreditation.OutsideMandate);

    [Fact]
    public void Somebody_outside_the_agreement_does_not() => Spec<Accreditation>.Given().When(By(Accredit, "CB-2")).ThenRejected(Accreditation.OutsideMandate);

    [Fact]
    public void An_agency_is_accredited_under_another_mandate() => Spec<Accreditation>.Given()
        .When(By(Accredit with { Kind = AccreditationKind.Agency, Organisation = "DLT", Scope = new(Head, ["read-records"], []) }, "OCSC"))
        .Then(Accredited with
        {
            Accreditation = Accreditation.IdOf(AccreditationKind.Agency, "DLT"),
            Organisation = "DLT",
            Kind = AccreditationKind.Agency,
            Clause = "2.1.4",
            Party = "OCSC",
            Scope = new(Head, ["read-records"], []),
        });

    [Fact]
    public void The_same_organisation_is_not_accredited_otherwise() =>
        Spec<Accreditation>.Given(Accredited).When(By(Accredit with { NameEn = "Body Two" })).ThenRejected(AccreditOrganisation.AlreadyAccredited);

    [Fact]
    public void A_party_is_not_accredited() => Spec<Accreditation>.Given().When(By(Accredit with { Organisation = "EGA" })).ThenRejected(AccreditOrganisation.IsParty);

    [Theory]
    [InlineData("keep-persons"), InlineData("represent"), InlineData("no-such-duty")]
    public void A_scope_holds_only_duties_of_the_kind(string duty) =>
        Spec<Accreditation>.Given().When(By(Accredit with { Scope = ExaminingScope with { Duties = [duty] } })).ThenRejected(AccreditOrganisation.BadScope);

    [Fact]
    public void A_scope_names_nothing_twice() =>
        Spec<Accreditation>.Given().When(By(Accredit with { Scope = ExaminingScope with { Frameworks = ["A", "A"] } })).ThenRejected(AccreditOrganisation.BadScope);

    [Theory]
    [InlineData("", "n"), InlineData(" CB", "n"), InlineData("CB", "")]
    public void Code_and_names_are_plain_lines(string code, string name) =>
        Spec<Accreditation>.Given().When(By(Accredit with { Organisation = code, NameTh = name })).ThenRejected(AccreditOrganisation.BadText);

    [Fact]
    public void It_does_not_begin_in_the_past() => Spec<Accreditation>.Given().When(By(Accredit with { From = Yesterday })).ThenRejected(AccreditOrganisation.BadDates);

    [Fact]
    public void It_does_not_end_before_it_begins() => Spec<Accreditation>.Given().When(By(Accredit with { Until = Yesterday })).ThenRejected(AccreditOrganisation.BadDates);

    [Fact]
    public void Nobody_accredits_an_organisation_that_they_head() => Spec<Accreditation>.Given().When(By(Accredit, person: Head)).ThenRejected(AccreditOrganisation.OfOneself);

    [Fact]
    public void Its_head_is_a_person_of_the_ledger() => Spec<Accreditation>.Given()
        .When(a => Accredit.Decide(a, Agreed, head: null, For("TPQI", Accreditor), Today)).ThenRejected(Person.Missing);
}
