using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

public class MakeAppointmentSpec
{
    private static readonly MakeAppointment Appoint = new(AppointmentId, Officer, "keep-schemes", Today, new(2028, 3, 14));
    private static readonly MakeAppointment AppointExaminer = new(AppointedByBody.Appointment, Examiner, "declare-results", Today, null);

    private static Func<Appointment?, Outcome> By(MakeAppointment command, string organisation = "TPQI", Guid? person = null, Agreement? agreement = null, params Accreditation[] accreditations) =>
        appointment => command.Decide(appointment, Known(command.Person), null, agreement ?? Agreed, accreditations, For(organisation, person ?? TpqiRepresentative), Today);

    [Fact]
    public void A_party_appoints_under_its_own_mandate() => Spec<Appointment>.Given().When(By(Appoint)).Then(Appointed);

    [Fact]
    public void A_party_does_not_appoint_under_anothers() => Spec<Appointment>.Given().When(By(Appoint, "EGA", EgaRepresentative)).ThenRejected(MakeAppointment.OutsideMandate);

    [Fact]
    public void An_accredited_body_appoints_within_its_scope() => Spec<Appointment>.Given()
        .When(By(AppointExaminer, "CB-1", Head, accreditations: TheAccreditation)).Then(AppointedByBody);

    [Fact]
    public void An_accredited_body_does_not_appoint_beyond_its_scope() => Spec<Appointment>.Given()
        .When(By(AppointExaminer with { Duty = "issue-credentials" }, "CB-1", Head, accreditations: TheAccreditation)).ThenRejected(MakeAppointment.OutsideMandate);

    [Fact]
    public void A_suspended_body_appoints_for_winding_up_only()
    {
        var suspended = Fold.Of<Accreditation>(Accredited, Suspended)!;
        Spec<Appointment>.Given().When(By(AppointExaminer, "CB-1", Head, accreditations: suspended)).ThenRejected(MakeAppointment.OutsideMandate);
        Spec<Appointment>.Given().When(By(AppointExaminer with { Duty = "revoke-credentials" }, "CB-1", Head, accreditations: suspended)).Then(AppointedByBody with { Duty = "revoke-credentials" });
    }

    [Fact]
    public void After_the_agreement_people_are_appointed_for_winding_up_only()
    {
        Spec<Appointment>.Given().When(By(Appoint, agreement: EndedAgreement)).ThenRejected(Agreement.Ended);
        Spec<Appointment>.Given().When(By(Appoint with { Duty = "revoke-credentials" }, agreement: EndedAgreement)).Then(Appointed with { Duty = "revoke-credentials" });
    }

    [Fact]
    public void Nobody_appoints_themself() => Spec<Appointment>.Given().When(By(Appoint, person: Officer)).ThenRejected(MakeAppointment.OfOneself);

    [Fact]
    public void A_duty_that_does_not_exist_is_given_to_nobody() => Spec<Appointment>.Given().When(By(Appoint with { Duty = "reign" })).ThenRejected(MakeAppointment.UnknownDuty);

    [Theory]
    [InlineData("represent"), InlineData("audit"), InlineData("supervise"), InlineData("own-record")]
    public void What_the_agreement_or_all_three_give_no_appointment_gives(string duty) =>
        Spec<Appointment>.Given().When(By(Appoint with { Duty = duty })).ThenRejected(MakeAppointment.NotAppointable);

    [Fact]
    public void It_does_not_begin_in_the_past() => Spec<Appointment>.Given().When(By(Appoint with { From = Yesterday })).ThenRejected(MakeAppointment.BadDates);

    [Fact]
    public void It_does_not_end_before_it_begins() => Spec<Appointment>.Given().When(By(Appoint with { Until = Yesterday })).ThenRejected(MakeAppointment.BadDates);

    [Fact]
    public void An_id_names_one_appointment() => Spec<Appointment>.Given(Appointed).When(By(Appoint with { Duty = "issue-credentials" })).ThenRejected(MakeAppointment.AlreadyMade);

    [Fact]
    public void A_stranger_is_not_appointed() => Spec<Appointment>.Given()
        .When(a => Appoint.Decide(a, null, null, Agreed, [], For("TPQI", TpqiRepresentative), Today)).ThenRejected(Person.Missing);

    [Fact]
    public void A_system_is_appointed_by_its_own_organisation()
    {
        var (system, command) = (Fold.Of<AgencySystem>(HrSystem)!, new MakeAppointment(AppointmentId, HrSystem.System, "keep-persons", Today, null));
        Spec<Appointment>.Given().When(a => command.Decide(a, null, system, Agreed, [], For("OCSC", OcscRepresentative), Today))
            .Then(new AppointmentMade(HrSystem.System, AppointmentId, "OCSC", "keep-persons", "2.1.4", Today, null, OcscRepresentative));
        Spec<Appointment>.Given().When(a => command.Decide(a, null, system, Agreed, [], For("TPQI", TpqiRepresentative), Today)).ThenRejected(MakeAppointment.OutsideMandate);
    }

    [Fact]
    public void Without_an_agreement_nobody_is_appointed() => Spec<Appointment>.Given()
        .When(a => Appoint.Decide(a, Known(Officer), null, null, [], For("TPQI", TpqiRepresentative), Today)).ThenRejected(Agreement.Missing);

    [Fact]
    public void A_person_whose_data_was_erased_is_not_appointed() => Spec<Appointment>
        .Given()
        .When(a => (Appoint with { Person = Candidate }).Decide(a, Forgotten, null, TheAgreement, [], For("TPQI", TpqiRepresentative), Today))
        .ThenRejected(Person.Erased);
}
