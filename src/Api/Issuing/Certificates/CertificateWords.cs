using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>What is printed on every certificate besides what the credential says.</summary>
internal static class CertificateWords
{
    public const string TitleTh = "ใบรับรองสมรรถนะ", TitleEn = "Certificate of Competence",
        GivenTh = "ขอรับรองว่า", GivenEn = "This is to certify that",
        AchievedTh = "มีสมรรถนะตามหน่วยสมรรถนะ", AchievedEn = "is competent in the unit of competence",
        Test = "สำหรับทดสอบ ไม่ใช่ใบรับรอง · TEST, CERTIFIES NOTHING",
        ScanTh = "สแกนเพื่อตรวจสอบ", ScanEn = "Scan to verify",
        SignedTh = "ไฟล์นี้มีลายมือชื่อดิจิทัลของผู้ออก และแนบเอกสารต้นฉบับไว้ภายใน", SignedEn = "This file carries its issuer's digital signature, and the original document inside.";

    public static string Level(int level) => $"ระดับ {level} · Level {level}";

    public static string DecidedTh(DateOnly day) => $"รับรองเมื่อวันที่ {PeopleDates.Thai(day)}";

    public static string DecidedEn(DateOnly day) => $"Certified on {PeopleDates.English(day)}";

    public static string ValidTh(CredentialContent content) =>
        $"ใช้ได้ตั้งแต่วันที่ {PeopleDates.Thai(content.ValidFrom)} {(content.ValidUntil is { } last ? $"ถึงวันที่ {PeopleDates.Thai(last)}" : "โดยไม่มีวันหมดอายุ")}";

    public static string ValidEn(CredentialContent content) =>
        $"Valid from {PeopleDates.English(content.ValidFrom)} {(content.ValidUntil is { } last ? $"to {PeopleDates.English(last)}" : "without a last day")}";

    public static string Number(string number) => $"เลขที่ · Number {number}";

    public static string CheckCode(string code) => $"รหัสตรวจสอบ · Check code {code}";

    public static string MarksTh(IEnumerable<CertificateMark> marks) => $"เครื่องหมายที่ใช้โดยได้รับอนุญาต: {string.Join(", ", marks.Select(m => $"{m.TitleTh} ของ{m.OwnersTh}"))}";

    public static string MarksEn(IEnumerable<CertificateMark> marks) => $"Marks used by permission: {string.Join(", ", marks.Select(m => $"{m.TitleEn} of {m.OwnersEn}"))}";

    public static string Picture(Uri address) => $"QR: {address.AbsoluteUri}";
}
