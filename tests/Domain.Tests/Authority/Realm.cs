using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

/// <summary>The agreement that specs of authority speak of, its people, and what they granted.</summary>
public static class Realm
{
    public static readonly Guid OcscRepresentative = Id(0xB1), EgaRepresentative = Id(0xB2), TpqiRepresentative = Id(0xB3);
    public static readonly Guid Accreditor = Id(0xB4), Head = Id(0xB5), Officer = Id(0xB6);

    public static readonly AgreementSigned Signed = new(Agreement.TheId, "บันทึกข้อตกลงความร่วมมือ", "Memorandum of understanding", new(2017, 3, 8), new string('c', 64),
        [new("OCSC", "สำนักงาน ก.พ.", "OCSC", OcscRepresentative), new("EGA", "สรอ.", "EGA", EgaRepresentative), new("TPQI", "สคช.", "TPQI", TpqiRepresentative)],
        [
            .. from clause in (string[])["2.1.1", "2.1.4", "2.1.5", "2.1.6"] select new Mandate(clause, "OCSC", "ข้อความ", "Text"),
            .. from clause in (string[])["2.2.1", "2.2.3", "2.2.4", "2.2.5", "2.2.7"] select new Mandate(clause, "EGA", "ข้อความ", "Text"),
            .. from clause in (string[])["2.3.1", "2.3.2", "2.3.3", "2.3.4"] select new Mandate(clause, "TPQI", "ข้อความ", "Text"),
        ]);

    public static Agreement Agreed => Fold.Of<Agreement>(Signed)!;

    public static Agreement EndedAgreement => Agreed with { Ends = Today };

    public static Actor For(string organisation, Guid person) => new(person, organisation, "some-duty", "some-authority");

    public static readonly Scope ExaminingScope = new(Head, ["declare-results", "revoke-credentials"], [FrameworkCode]);

    public static readonly OrganisationAccredited Accredited = new(Accreditation.IdOf(AccreditationKind.CertificationBody, "CB-1"), "CB-1", "หน่วยรับรองหนึ่ง", "Body One",
        AccreditationKind.CertificationBody, "2.3.3", "TPQI", ExaminingScope, Today, null, Accreditor);

    public static readonly AccreditationScopeChanged ScopeChanged = new(Accredited.Accreditation, ExaminingScope with { Duties = ["revoke-credentials"] }, Accreditor);
    public static readonly AccreditationSuspended Suspended = new(Accredited.Accreditation, "TPQI 7/2570", Accreditor);
    public static readonly AccreditationReinstated Reinstated = new(Accredited.Accreditation, "TPQI 8/2570", Accreditor);
    public static readonly AccreditationWithdrawn WithdrawnForGood = new(Accredited.Accreditation, "TPQI 9/2570", Accreditor);

    public static Accreditation TheAccreditation => Fold.Of<Accreditation>(Accredited)!;

    public static readonly Guid AppointmentId = Id(0xAB);

    public static readonly AppointmentMade Appointed = new(Officer, AppointmentId, "TPQI", "keep-schemes", "2.3.3", Today, new(2028, 3, 14), TpqiRepresentative);

    public static readonly AppointmentMade AppointedByBody = new(Examiner, Id(0xAC), "CB-1", "declare-results", "2.3.3", Today, null, Head);

    public static readonly AppointmentRevoked RevokedAppointment = new(Officer, AppointmentId, RevocationGround.Left, TpqiRepresentative);

    public static readonly SystemEntered HrSystem = new(AgencySystem.IdOf("https://id.example", "hr"), "OCSC", "https://id.example", "hr", "ระบบ", "System");
}
