using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Authority.Realm;

namespace CredentialLedger.Domain.Tests.Authority;

public class RevokeAppointmentSpec
{
    private static Func<Appointment?, Outcome> By(RevocationGround ground = RevocationGround.Left, string organisation = "TPQI", Guid? person = null) =>
        appointment => new RevokeAppointment(ground).Decide(appointment, Agreed, For(organisation, person ?? TpqiRepresentative));

    [Fact]
    public void An_appointment_ends_at_once() => Spec<Appointment>.Given(Appointed).When(By()).Then(RevokedAppointment);

    [Fact]
    public void Only_the_organisation_that_appointed_revokes() => Spec<Appointment>.Given(Appointed).When(By(organisation: "OCSC")).ThenRejected(RevokeAppointment.OtherOrganisation);

    [Fact]
    public void It_is_not_revoked_again_on_another_ground() =>
        Spec<Appointment>.Given(Appointed, RevokedAppointment).When(By(RevocationGround.Misconduct)).ThenRejected(RevokeAppointment.AlreadyRevoked);

    [Fact]
    public void It_is_not_revoked_again_by_someone_else() =>
        Spec<Appointment>.Given(Appointed, RevokedAppointment).When(By(person: Head)).ThenRejected(RevokeAppointment.AlreadyRevoked);

    [Fact]
    public void What_nobody_made_is_not_revoked() => Spec<Appointment>.Given().When(By()).ThenRejected(Appointment.Missing);
}
