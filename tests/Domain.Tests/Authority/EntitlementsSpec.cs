using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

public class EntitlementsSpec
{
    private static Entitlements With(params LedgerEvent[] events) => With(Agreed, events);

    private static Entitlements With(Agreement? agreement, params LedgerEvent[] events) => new(agreement,
        [.. Streams<Accreditation>(events, e => e is OrganisationAccredited or AccreditationSuspended or AccreditationReinstated or AccreditationWithdrawn ? Accredited.Accreditation : null)],
        [.. Streams<Appointment>(events, e => e switch { AppointmentMade m => m.Appointment, AppointmentRevoked r => r.Appointment, _ => null })]);

    private static IEnumerable<T> Streams<T>(LedgerEvent[] events, Func<LedgerEvent, Guid?> stream) where T : class, IEvolve<T> =>
        events.Where(e => stream(e) is not null).GroupBy(e => stream(e)!.Value).Select(g => Fold.Of<T>(g)!);

    private static void Entitled(Entitlements entitlements, Guid person, Duty duty, string organisation, DateOnly? day = null) =>
        entitlements.Of(person, duty, day ?? Today).ShouldHaveSingleItem().Organisation.ShouldBe(organisation);

    private static void NotEntitled(Entitlements entitlements, Guid person, Duty duty, DateOnly? day = null) => entitlements.Of(person, duty, day ?? Today).ShouldBeEmpty();

    [Fact]
    public void A_representative_represents_and_appoints_by_the_agreement_itself()
    {
        Entitled(With(), OcscRepresentative, Duties.Represent, "OCSC");
        Entitled(With(), OcscRepresentative, Duties.Appoint, "OCSC");
        NotEntitled(With(), OcscRepresentative, Duties.KeepPersons);
    }

    [Fact]
    public void An_appointment_entitles_on_its_days_and_says_which_it_is()
    {
        With(Appointed).Of(Officer, Duties.KeepSchemes, Today).ShouldBe([new(Officer, "TPQI", "keep-schemes", $"appointment:{AppointmentId}")]);
        NotEntitled(With(Appointed), Officer, Duties.KeepSchemes, Yesterday);
        Entitled(With(Appointed), Officer, Duties.KeepSchemes, "TPQI", new(2028, 3, 14));
        NotEntitled(With(Appointed), Officer, Duties.KeepSchemes, new(2028, 3, 15));
        NotEntitled(With(Appointed), Officer, Duties.IssueCredentials);
        NotEntitled(With(Appointed), Stranger, Duties.KeepSchemes);
    }

    [Fact]
    public void A_duty_is_carried_out_by_the_party_with_the_mandate_and_by_the_bodies_accredited_for_it()
    {
        With().OrganisationsFor(Duties.KeepSchemes, Today).ShouldBe(["TPQI"]);
        With().OrganisationsFor(Duties.DeclareResults, Today).ShouldBe(["TPQI"]);
        With(Accredited).OrganisationsFor(Duties.DeclareResults, Today).ShouldBe(["TPQI", Accredited.Organisation]);
        With(Accredited, Suspended).OrganisationsFor(Duties.DeclareResults, Today).ShouldBe(["TPQI"]);
        With((Agreement?)null).OrganisationsFor(Duties.KeepSchemes, Today).ShouldBeEmpty();
    }

    [Fact]
    public void A_revoked_appointment_entitles_to_nothing() => NotEntitled(With(Appointed, RevokedAppointment), Officer, Duties.KeepSchemes);

    [Fact]
    public void Without_an_agreement_nobody_is_entitled() => NotEntitled(With((Agreement?)null, Appointed), Officer, Duties.KeepSchemes);

    [Fact]
    public void After_the_agreement_only_winding_up_goes_on()
    {
        var winding = Appointed with { Duty = "revoke-credentials", Appointment = Id(0xAD) };
        NotEntitled(With(EndedAgreement, Appointed, winding), Officer, Duties.KeepSchemes);
        Entitled(With(EndedAgreement, Appointed, winding), Officer, Duties.RevokeCredentials, "TPQI");
    }

    [Fact]
    public void A_party_that_lost_the_mandate_lends_it_no_longer()
    {
        var moved = Agreed with { Mandates = [.. Agreed.Mandates.Where(m => m.Clause != "2.3.3")] };
        NotEntitled(With(moved, Appointed), Officer, Duties.KeepSchemes);
        NotEntitled(With(moved, Accredited, AppointedByBody), Examiner, Duties.DeclareResults);
    }

    [Fact]
    public void A_party_keeps_what_it_granted_under_its_former_name()
    {
        var renamed = Agreed with { Parties = [.. Agreed.Parties.Select(p => p.Code == "TPQI" ? p.After(new(Id(0xB9), "TPQI", "TPQI-NEW", "สคช.", "TPQI", new("พ.ร.ฎ.", "135/33", new(2018, 5, 14)))) : p)] };
        Entitled(With(renamed, Appointed), Officer, Duties.KeepSchemes, "TPQI-NEW");
    }

    [Fact]
    public void The_head_of_an_accredited_body_appoints_for_it() => Entitled(With(Accredited), Head, Duties.Appoint, "CB-1");

    [Fact]
    public void Whoever_a_body_appointed_acts_while_it_is_accredited()
    {
        Entitled(With(Accredited, AppointedByBody), Examiner, Duties.DeclareResults, "CB-1");
        NotEntitled(With(Accredited, AppointedByBody, Suspended), Examiner, Duties.DeclareResults);
        Entitled(With(Accredited, AppointedByBody, Suspended, Reinstated), Examiner, Duties.DeclareResults, "CB-1");
        NotEntitled(With(Accredited, AppointedByBody, WithdrawnForGood), Examiner, Duties.DeclareResults);
    }

    [Fact]
    public void A_suspended_body_still_revokes() =>
        Entitled(With(Accredited, AppointedByBody with { Duty = "revoke-credentials" }, Suspended), Examiner, Duties.RevokeCredentials, "CB-1");

    [Fact]
    public void Somebody_with_two_organisations_is_entitled_once_for_each() =>
        With(Accredited, Appointed with { Person = Examiner, Duty = "declare-results" }, AppointedByBody).Of(Examiner, Duties.DeclareResults, Today).Count.ShouldBe(2);

    [Fact]
    public void Whoever_lacks_a_duty_is_told_who_can_grant_it()
    {
        With().GrantedBy(Duties.KeepSchemes).ShouldBe(["TPQI"]);
        With().GrantedBy(Duties.KeepFrameworks).ShouldBe(["EGA", "TPQI"]);
        With().GrantedBy(Duties.Audit).ShouldBe(["OCSC", "EGA", "TPQI"]);
    }

    [Fact]
    public void Whoever_all_three_let_audit_reads_and_does_nothing_else_while_they_audit()
    {
        var audited = Agreed with { Auditors = [new(Officer, Today, Tomorrow, Id(0xBA))] };
        With(audited, Appointed).Of(Officer, Duties.Audit, Today).ShouldBe([new(Officer, Entitlements.Auditors, "audit", $"auditor:{Id(0xBA)}")]);
        Entitled(With(audited, Appointed), Officer, Duties.ReadRecords, Entitlements.Auditors);
        NotEntitled(With(audited, Appointed), Officer, Duties.KeepSchemes);
        Entitled(With(audited, Appointed), Officer, Duties.KeepSchemes, "TPQI", Tomorrow.AddDays(1));
    }
}
