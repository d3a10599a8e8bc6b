using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Tests.Issuing.Keys;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;

namespace CredentialLedger.Api.Tests.Issuing;

/// <summary>Certificates made without a ledger, by a body of a test's own.</summary>
internal static class Certificates
{
    /// <summary>A certificate as most are.</summary>
    public static readonly CredentialContent Usual = new(new("0f8fad5b-d9cb-469f-a165-70867728950f"), CredentialNumber.For(new("0f8fad5b-d9cb-469f-a165-70867728950f")), new(2026, 11, 28), new(2029, 11, 27), Test: true,
        new("CB", "หน่วยรับรองทักษะดิจิทัล (ตัวอย่าง)", "Digital Skills Certification Body (demonstration)", ""), new("นางสาวสมมติ ใจดี", "Sommut Jaidee", IdentityHash.Of("1234567890121", new byte[16])),
        new("TPQI-2560", "DG-LEAD", "CEC-BCTZ-001", 4, "ผู้ขับเคลื่อนการเปลี่ยนผ่านสู่รัฐบาลดิจิทัล", "Driver of the transition to digital government", new(2026, 11, 20)),
        new("โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของสำนักงานคณะกรรมการข้าราชการพลเรือน สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) และสถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)",
            "This project is carried out under the cooperation of Office of the Civil Service Commission, Digital Government Development Agency (Public Organization) and Thailand Professional Qualification Institute (Public Organization)."),
        new(new("https://status.example/1"), 7), "log.example/1");

    /// <summary>Three marks with pictures of several shapes.</summary>
    public static readonly CertificateMark[] Marks = [.. Enumerable.Range(0, 3).Select(n => new CertificateMark("ตราสัญลักษณ์ สคช.", "Logo of TPQI", "สถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)", "Thailand Professional Qualification Institute").Showing(MarkPictures.Png(60 + 90 * n, 60)))];

    /// <summary>Draws and signs it into a folder; gives the file.</summary>
    public static async Task<string> SavedAsync(string folder, CredentialContent content, CertificateMark[] marks)
    {
        using var root = TestCertificates.Root();
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = root.Sign(new CertificateRequest("CN=Body", pair, HashAlgorithmName.SHA256));
        using var key = new IssuerKey(certificate, [], pair);
        var document = CredentialDocument.Sign(content with { Issuer = content.Issuer with { KeyId = key.KeyId } }, key, DateTimeOffset.UtcNow);
        var file = Path.Combine(folder, "credential.pdf");
        await File.WriteAllBytesAsync(file, PaperCertificate.Sign(CertificatePage.Draw(content, "K3MV-PQ7T", new("https://ledger.example/verify?number=" + content.Number), marks), document, key, DateTimeOffset.UtcNow));
        return file;
    }
}
