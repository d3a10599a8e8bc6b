using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class AuthorityLapsedSpec
{
    private const string Rule = "authority-lapsed";
    private static readonly Guid AppointmentId = Id(0xAB);

    private static readonly AgreementSigned Agreement = new(Domain.Governance.Agreement.TheId, "บันทึกข้อตกลง", "Memorandum", new(2017, 3, 8), new string('a', 64),
        [new("OCSC", "ก", "A", Id(1)), new("EGA", "ข", "B", Id(2)), new("TPQI", "ค", "C", Id(3))], [new("2.3.3", "TPQI", "รับรอง", "Certify")]);

    private static readonly OrganisationAccredited Accredited = new(Accreditation.IdOf(AccreditationKind.CertificationBody, "CB"), "CB", "หน่วยรับรอง", "Body", AccreditationKind.CertificationBody,
        "2.3.3", "TPQI", new(Clerk, ["issue-credentials", "revoke-credentials"], []), new(2027, 1, 1), new(2027, 12, 31), Id(3));

    private static readonly AppointmentMade Made = new(Registrar, AppointmentId, "CB", "issue-credentials", "2.3.3", new(2027, 1, 1), new(2027, 6, 30), Clerk);

    private static History Entitled => new History().Then(Agreement, Id(3), "TPQI", Agreement.Agreement).Then(Accredited, Id(3), "TPQI", Accredited.Accreditation).Then(Made, Clerk, "CB", AppointmentId);

    private static IReadOnlyList<Finding> Issuing(History history, Guid? by = null, string organisation = "CB") => history.Then(Issued, by ?? Registrar, organisation).Found(Rule);

    private static History After(Domain.Kernel.LedgerEvent e) => Entitled.Then(e, Clerk, "TPQI", e is AppointmentRevoked ? AppointmentId : Accredited.Accreditation);

    [Fact]
    public void Whoever_is_appointed_by_an_accredited_body_may_issue() => Issuing(Entitled).ShouldBeEmpty();

    [Fact]
    public void Nobody_else_may()
    {
        Issuing(Entitled, Certifier).ShouldHaveSingleItem().Persons.ShouldBe([Certifier]);
        Issuing(Entitled, Registrar, "OTHER").Count.ShouldBe(1);
        Entitled.Then(Granted, Registrar).Found(Rule).Count.ShouldBe(1, "to issue is not to decide");
    }

    [Fact]
    public void The_accreditation_was_suspended()
    {
        var found = Issuing(After(new AccreditationSuspended(Accredited.Accreditation, "R-1", Id(3)))).ShouldHaveSingleItem();
        found.Sequences().ShouldBe([5]);
        found.Reaches.Select(s => s.Type).ShouldBe(["appointment-made", "accreditation-suspended"], ignoreOrder: true);
    }

    [Fact]
    public void It_was_suspended_only_afterwards() =>
        Entitled.Then(Issued, Registrar).Then(new AccreditationSuspended(Accredited.Accreditation, "R-1", Id(3)), Id(3), "TPQI", Accredited.Accreditation).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void It_was_reinstated_before() =>
        Issuing(After(new AccreditationSuspended(Accredited.Accreditation, "R-1", Id(3))).Then(new AccreditationReinstated(Accredited.Accreditation, "R-2", Id(3)), Id(3), "TPQI", Accredited.Accreditation)).ShouldBeEmpty();

    [Fact]
    public void The_accreditation_was_withdrawn() => Issuing(After(new AccreditationWithdrawn(Accredited.Accreditation, "R-1", Id(3)))).Count.ShouldBe(1);

    [Fact]
    public void The_appointment_was_revoked() => Issuing(After(new AppointmentRevoked(Registrar, AppointmentId, RevocationGround.Left, Clerk))).Count.ShouldBe(1);

    [Theory]
    [InlineData("2027-06-30 23:59", 0)]
    [InlineData("2027-07-01 00:04", 0)] // begun before midnight
    [InlineData("2027-07-01 00:06", 1)]
    public void The_appointment_had_ended(string moment, int findings) => Issuing(Entitled.At(moment)).Count.ShouldBe(findings);

    [Theory]
    [InlineData("2027-12-31 12:00", 0)]
    [InlineData("2028-01-01 12:00", 1)]
    public void The_accreditation_had_ended(string moment, int findings) =>
        Issuing(new History().Then(Agreement, Id(3), "TPQI", Agreement.Agreement).Then(Accredited, Id(3), "TPQI", Accredited.Accreditation).Then(Made with { Until = null }, Clerk, "CB", AppointmentId).At(moment)).Count.ShouldBe(findings);

    [Fact]
    public void A_suspended_body_still_revokes()
    {
        var revoking = Made with { Duty = "revoke-credentials", Person = Revoker, Appointment = Id(0xAC) };
        Entitled.Then(revoking, Clerk, "CB", Id(0xAC)).Then(new AccreditationSuspended(Accredited.Accreditation, "R-1", Id(3)), Id(3), "TPQI", Accredited.Accreditation)
            .Then(Revoked, Revoker).Found(Rule).ShouldBeEmpty();
    }
}
