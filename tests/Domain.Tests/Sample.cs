using System.Globalization;
using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Domain.Publicity;
using CredentialLedger.Domain.Works;

namespace CredentialLedger.Domain.Tests;

/// <summary>The one small programme that every spec speaks of: fixed ids, fixed days, no clock.</summary>
public static class Sample
{
    public static readonly DateOnly Today = new(2027, 3, 15);
    public static readonly DateOnly Yesterday = new(2027, 3, 14);
    public static readonly DateOnly Tomorrow = new(2027, 3, 16);

    // People. The candidate learns, the examiners assess, the certifier decides, the registrar issues, the auditor revokes.
    public static readonly Guid Candidate = Id(0xA1), Examiner = Id(0xA2), SecondExaminer = Id(0xA3);
    public static readonly Guid Certifier = Id(0xA4), Registrar = Id(0xA5), Auditor = Id(0xA6), Stranger = Id(0xAF);

    public static Person Known(Guid person) => Fold.Of<Person>(Registered(person))!;

    public static PersonRegistered Registered(Guid person, bool synthetic = false) =>
        new(person, Sealed<PersonName>(person, "name"), Sealed<string>(person, "national-id"), Personnel.CivilServant, synthetic);

    public static Sealed<T> Sealed<T>(Guid person, string text) => new(1, person, Id(0x5EA1), "bm9uY2Utbm9uY2U=", text);

    public static Sealed<string> Remark => Sealed<string>(Candidate, "remark");

    public const string Body = "TPQI", OtherBody = "DSD";

    public static Actor Acting(Guid person, string body = Body) => new(person, body, "some-duty", "development");

    // The agreement, signed long before; EGA is what DGA was called then.
    public const string Ocsc = "OCSC", Ega = "EGA", Tpqi = "TPQI";

    public static readonly AgreementSigned AgreementSigned = new(Agreement.TheId, "บันทึกข้อตกลงความร่วมมือ", "Memorandum of understanding", new(2017, 3, 8), new string('a', 64),
        [new(Ocsc, "สำนักงาน ก.พ.", "Civil Service Commission", Id(0xB1)), new(Ega, "สรอ.", "e-Government Agency", Id(0xB2)), new(Tpqi, "สคช.", "Qualification Institute", Id(0xB3))],
        [new("2.1.6", Ocsc, "สนับสนุน", "Support"), new("2.2.8", Ega, "สนับสนุน", "Support"), new("2.3.3", Tpqi, "รับรอง", "Certify"), new("2.3.5", Tpqi, "สนับสนุน", "Support")]);

    public static Agreement TheAgreement => Fold.Of<Agreement>(AgreementSigned)!;

    // By law EGA became DGA.
    public static Agreement AfterSuccession => TheAgreement with
    {
        Parties = [.. TheAgreement.Parties.Select(p => p.Code == Ega ? p.After(new(Id(0xB9), Ega, "DGA", "สพร.", "Digital Government Agency", new("พ.ร.ฎ. จัดตั้ง", "135/33", new(2018, 5, 14)))) : p)],
    };

    // EGA's logo, and the permission for the body to show it on certificates and public pages.
    public static readonly Guid LogoId = Id(0xF1), PermitId = Id(0xF2);

    public static readonly WorkRegistered Logo =
        new(LogoId, "ตราสัญลักษณ์ สรอ.", "Logo of EGA", WorkKind.Logo, WorkOrigin.BroughtIn, [new(Ega, 1000)], Ega, Arrangement: null, new string('c', 64));

    public static readonly UsePermitted LogoPermitted =
        new(LogoId, PermitId, Body, "ใบรับรองทักษะดิจิทัล", [PlaceOfUse.Certificate, PlaceOfUse.PublicPage], Yesterday, Tomorrow, "สรอ. 0101/2570");

    public static readonly PermitRevoked LogoRevoked = new(LogoId, PermitId, Today, "สรอ. 0102/2570");

    public static Work TheLogo => Fold.Of<Work>(Logo)!;

    // A manual that all three made together, and agreed is managed by OCSC.
    public static readonly Guid ArrangementId = Id(0xF4);
    public static readonly WorkArrangement Shared = new(Id(0xF3), [new(Ocsc, 400), new(Ega, 600)], Ocsc);

    public static readonly WorkRegistered Manual =
        new(Shared.Work, "คู่มือผู้ประเมิน", "Assessors' manual", WorkKind.Manual, WorkOrigin.JointlyMade, Shared.Owners, Ocsc, ArrangementId, null);

    // A camp of two parties, under EGA's mandate and at its cost.
    public static readonly Guid ActivityId = Id(0xF5);

    public static readonly ActivityPlanned Planned = new(ActivityId, "ค่ายพัฒนาข้อสอบ", "Item writing camp", "2.2.8",
        [new(Ega, Certifier), new(Tpqi, Registrar)], Yesterday, Tomorrow, Ega, Arrangement: null);

    public static readonly ActivityClosed Closed = new(ActivityId, Ending.Held, "ได้ข้อสอบ 40 ข้อ");

    // Information of OCSC's, a consent to tell EGA, and what came of it.
    public static readonly Guid ConfidenceId = Id(0xF6), ConsentId = Id(0xF7), DisclosureId = Id(0xF8);
    public static readonly InformationClassified Classified = new(ConfidenceId, Ocsc, SecrecyClass.Secret, "ผลวิเคราะห์อัตรากำลัง", new string('d', 64));
    public static readonly DisclosureConsented Consented = new(ConfidenceId, ConsentId, Ega, "วางแผนอบรม", Yesterday, Tomorrow, "นร 1001/12");
    public static readonly ConsentWithdrawn ConsentTaken = new(ConfidenceId, ConsentId, Today, "นร 1001/13");
    public static readonly InformationDisclosed Disclosed = new(ConfidenceId, DisclosureId, Tpqi, Ega, "วางแผนอบรม", Yesterday);

    // A poster that shows the notice.
    public static readonly Guid PublicationId = Id(0xF9);

    public static readonly MaterialPublished Published = new(PublicationId, Tpqi, "โปสเตอร์โครงการ", "Project poster", MaterialKind.Print, "PR-2570/1",
        null, new string('e', 64), ThreePartyNotice.Of(TheAgreement).Th, Today);

    public static readonly PostHeld Held = new(Candidate, "1204", "DGA", "Training", "K2", new(2025, 10, 1));
    public static readonly PersonRenamed Renamed = new(Candidate, Sealed<PersonName>(Candidate, "new"), Yesterday, new(EvidenceKind.CivilRegistration, "ช.3/2570-114"));
    public static readonly PostLeft Left = new(Candidate, "1204", "DGA", new(2026, 9, 30));

    // An erasure that was asked for, and what may become of it.
    public static readonly Guid ErasureId = Id(0xE5);
    public static readonly ErasureRequested ErasureAsked = new(Candidate, ErasureId, new(2027, 6, 13), Remark, Candidate);
    public static readonly ErasureRefused ErasureDenied = new(Candidate, ErasureId, KeepingGround.LegalClaims, Remark, Auditor);
    public static readonly ErasureGranted ErasureDone = new(Candidate, ErasureId, [Id(0xEE)], Auditor);

    public static Person Forgotten => Fold.Of<Person>(Registered(Candidate), ErasureAsked, ErasureDone)!;

    // Who looked at what.
    public static readonly ShareLinkOpened LinkLooked = new(Id(0xAC5), Candidate, Id(0x5A), Sealed<string>(Candidate, "looker"));

    public static readonly RecordOpened Looked = new(Id(0xAC1), Candidate, "result", Id(0xE1));
    public static readonly ListOpened Listed = new(Id(0xAC2), "staff", "DGA/1204", 3);
    public static readonly ExportMade Exported = new(Id(0xAC3), Candidate, ExportFormat.Json);
    public static readonly EvidenceExported Evidenced = new(Id(0xAC4), BundleKind.Person, Candidate, null, null, null, 12, null);

    // A framework of one unit with levels, one without, and what groups them.
    public const string FrameworkCode = "TPQI-2560", UnitCode = "ICT-QLIP-401B", PlainUnit = "DG-TNMQ-001", Area = "DG";

    public static readonly FrameworkItem LevelledItem = new("unit", UnitCode, "ใช้โปรแกรมสำนักงาน", "Use office software", ["GENERAL"], [3, 4], "tpqi-net", "confirmed");
    public static readonly FrameworkItem PlainItem = new("unit", PlainUnit, "รู้เท่าทันสื่อ", null, [], [], "tpqi-net", "confirmed");
    public static readonly FrameworkItem AreaItem = new("area", Area, null, "Digital government", [], [], "tpqi-net", "part");
    public static readonly FrameworkVersionImported Imported = new(FrameworkCode, [AreaItem, LevelledItem, PlainItem]);

    public static FrameworkVersion TheFramework => Fold.Of<FrameworkVersion>(Imported)!;

    // A course that develops the levelled unit, and its completion.
    public static readonly Guid CourseId = Id(0xC1), CompletionId = Id(0xC2);
    public static readonly Evidence Attendance = new(EvidenceKind.Attendance, "TR-2570/114", new string('a', 64));
    public static readonly CourseDefined Defined = new(CourseId, "OFFICE-1", "โปรแกรมสำนักงาน", "Office software", "TPA", FrameworkCode, [UnitCode], 1_080, new(2026, 10, 1));

    public static readonly CompletionRecorded Completed = new(Candidate, CompletionId, CourseId, FrameworkCode, [UnitCode], new(2027, 1, 20), Attendance);

    public static readonly CompletionAnnulled CompletionWithdrawn = new(Candidate, CompletionId, AnnulmentGround.Irregularity, Remark);

    public static Course TheCourse => Fold.Of<Course>(Defined)!;

    // A competent result at level 3 by the examiner, and what may become of it.
    public static readonly Guid ResultId = Id(0xE1);
    public static readonly Evidence ScoreSheet = new(EvidenceKind.ScoreSheet, "EX-2570/7", null);

    public static readonly ResultDeclared Declared =
        new(Candidate, ResultId, FrameworkCode, UnitCode, 3, Grade.Competent, 8_250, Instrument.WrittenExam, [Examiner], new(2027, 2, 1), ScoreSheet);

    public static readonly ResultSuperseded Failed =
        new(Candidate, ResultId, FrameworkCode, UnitCode, 3, Grade.NotYetCompetent, 4_900, [SecondExaminer], SupersessionGround.ScoringError, Remark);

    public static readonly ResultAnnulled ResultWithdrawn = new(Candidate, ResultId, FrameworkCode, UnitCode, 3, AnnulmentGround.Fraud, Remark);

    // A scheme that asks for that result and that course, the decision to certify, and the credential.
    public static readonly Guid SchemeId = Id(0xD1);

    public static readonly SchemeEstablished Established = new(SchemeId, "OFFICE-USER", "ผู้ใช้โปรแกรมสำนักงาน", "Office user", FrameworkCode, UnitCode, 3,
        [new(UnitCode, 3, null), new(null, null, CourseId)], 36, [Body], new(2027, 1, 1));

    public static Scheme TheScheme => Fold.Of<Scheme>(Established)!;

    public static readonly Guid DecisionId = Decision.IdOf(SchemeId, Candidate, [ResultId], [CompletionId]);

    public static readonly CertificationDecided Granted =
        new(Candidate, DecisionId, SchemeId, Body, Ruling.Granted, [ResultId], [CompletionId], Certifier, Yesterday);

    public static readonly Guid CredentialId = Credential.IdOf(DecisionId);

    public static readonly DecisionSetAside SetAside = new(Candidate, DecisionId, CredentialId, Body, "credential.evidence-withdrawn", Sealed<string>(Candidate, "reasons"), Certifier, Today);
    public static readonly SignedDocument Document = new("TPQI-2570-000001-7K", Body, "key-1", new string('b', 64), "https://status.example/1", 4_711);

    public static readonly CredentialIssued Issued = new(Candidate, CredentialId, DecisionId, SchemeId, FrameworkCode, UnitCode, 3,
        Document, Today, new(2030, 3, 14), Registrar, Test: false);

    public static readonly ShareLinkMade LinkMade = new(Candidate, Id(0x5A), CredentialId, ShareScope.Name, Today.AddDays(30));
    public static readonly ShareLinkWithdrawn LinkEnded = new(Candidate, Id(0x5A));

    public static readonly BatchOrdered BatchOfTwo = new(Id(0xBA), Body, [DecisionId, Id(0xDE)], Registrar);
    public static readonly BatchAdvanced HalfDone = new(BatchOfTwo.Batch, 1, 0, []), OtherHalf = new(BatchOfTwo.Batch, 0, 0, [new(Id(0xDE), "decision.missing")]);
    public static readonly BatchFinished BatchDone = new(BatchOfTwo.Batch);
    public static readonly BatchTakenOver BatchByColleague = new(BatchOfTwo.Batch, Certifier);
    public static readonly BatchWithdrawn BatchEnded = new(BatchOfTwo.Batch, Certifier);

    public static readonly CredentialRevoked Revoked = new(Candidate, CredentialId, Ground.Fraud, Remark, Today, Auditor);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
