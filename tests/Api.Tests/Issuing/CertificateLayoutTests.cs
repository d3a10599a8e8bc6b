using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Tests.Issuing.Keys;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;

namespace CredentialLedger.Api.Tests.Issuing;

/// <summary>Certificates with texts up to the format's limits, measured by poppler: nothing overlaps, leaves the frame, or ends without saying that it goes on.</summary>
public sealed class CertificateLayoutTests : IDisposable
{
    private const double Frame = 36, Width = 595.28, Height = 841.89;

    private static readonly CredentialContent Usual = new(new("0f8fad5b-d9cb-469f-a165-70867728950f"), CredentialNumber.For(new("0f8fad5b-d9cb-469f-a165-70867728950f")), new(2026, 11, 28), new(2029, 11, 27), Test: true,
        new("CB", "หน่วยรับรองทักษะดิจิทัล (ตัวอย่าง)", "Digital Skills Certification Body (demonstration)", ""), new("นางสาวสมมติ ใจดี", "Sommut Jaidee", IdentityHash.Of("1234567890121", new byte[16])),
        new("TPQI-2560", "DG-LEAD", "CEC-BCTZ-001", 4, "ผู้ขับเคลื่อนการเปลี่ยนผ่านสู่รัฐบาลดิจิทัล", "Driver of the transition to digital government", new(2026, 11, 20)),
        new("โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของสำนักงานคณะกรรมการข้าราชการพลเรือน สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) และสถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)",
            "This project is carried out under the cooperation of Office of the Civil Service Commission, Digital Government Development Agency (Public Organization) and Thailand Professional Qualification Institute (Public Organization)."),
        new(new("https://status.example/1"), 7), "log.example/1");

    private static readonly CertificateMark[] Marks = [.. Enumerable.Range(0, 3).Select(n => new CertificateMark("ตราสัญลักษณ์ สคช.", "Logo of TPQI", "สถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)", "Thailand Professional Qualification Institute").Showing(MarkPictures.Png(60 + 90 * n, 60)))];

    private static readonly Dictionary<string, (CredentialContent Content, CertificateMark[] Marks)> Cases = new()
    {
        ["usual"] = (Usual, []),
        ["with marks"] = (Usual, Marks),
        ["no English name, no level, no last day"] = (Usual with { Test = false, ValidUntil = null, Holder = Usual.Holder with { NameEn = null }, Achievement = Usual.Achievement with { Level = null } }, Marks),
        ["stacked vowels and tone marks"] = (Usual with { Holder = Usual.Holder with { NameTh = "ว่าที่ร้อยตรีหญิง ปิ่นปักษ์ปั้นปฏิญญ์ ณ ผู้ใหญ่ลี้ฟื้นฟูญี่ปุ่นที่ตั้งอยู่น้ำค้ำ", NameEn = "Acting Second Lieutenant Pinpakpanpatiyan na Phuyailifuenfu" } }, Marks),
        ["long titles"] = (Usual with { Achievement = Usual.Achievement with { TitleTh = Filled("การบริหารจัดการความมั่นคงปลอดภัยไซเบอร์ของหน่วยงานภาครัฐ", 250), TitleEn = Filled("Managing the cyber security of public agencies", 250) } }, []),
        ["all at their limits"] = (Longest(Filled), Marks),
        ["all at their limits in one word"] = (Longest((text, length) => Filled(text.Replace(" ", "", StringComparison.Ordinal), length).Replace(" ", "x", StringComparison.Ordinal)), Marks),
        ["letters that the font does not have"] = (Usual with { Holder = Usual.Holder with { NameEn = "陳大文 Zoë \U0001F600" } }, []),
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("layout");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_overlaps_and_nothing_ends_without_a_sign(string name)
    {
        var (content, marks) = Cases[name];
        var file = await SavedAsync(content, marks);
        var boxes = XDocument.Parse(Regex.Replace((await Tool.RunAsync("pdftotext", "-bbox", file, "-")).Said, "^<!DOCTYPE[^>]*>", ""), LoadOptions.None).Descendants().Where(e => e.Name.LocalName == "word").Select(Box.Of).ToList();
        boxes.Count.ShouldBeGreaterThan(20);
        boxes.ShouldAllBe(b => b.Left > Frame && b.Right < Width - Frame && b.Top > Frame && b.Bottom < Height - Frame);
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++) boxes[i].Overlaps(boxes[j]).ShouldBeFalse($"{boxes[i]} and {boxes[j]}");

        var text = Folded((await Tool.RunAsync("pdftotext", "-raw", file, "-")).Said);
        foreach (var said in new[] { content.Issuer.NameTh, content.Issuer.NameEn, content.Holder.NameTh!, content.Holder.NameEn ?? "", content.Achievement.TitleTh, content.Achievement.TitleEn, content.Programme.NoticeTh, content.Programme.NoticeEn })
            IsThere(text, Folded(said)).ShouldBeTrue(said);
        foreach (var said in new[] { content.Number, "K3MV-PQ7T", content.Achievement.Unit, content.Achievement.Framework }) text.ShouldContain(Folded(said));
        if (name[..3] != "all") text.ShouldNotContain("…");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> SavedAsync(CredentialContent content, CertificateMark[] marks)
    {
        using var root = TestCertificates.Root();
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = root.Sign(new CertificateRequest("CN=Body", pair, HashAlgorithmName.SHA256));
        using var key = new IssuerKey(certificate, [], pair);
        var document = CredentialDocument.Sign(content with { Issuer = content.Issuer with { KeyId = key.KeyId } }, key, DateTimeOffset.UtcNow);
        var file = Path.Combine(folder.FullName, "credential.pdf");
        await File.WriteAllBytesAsync(file, PaperCertificate.Sign(CertificatePage.Draw(content, "K3MV-PQ7T", new("https://ledger.example/verify?number=" + content.Number), marks), document, key, DateTimeOffset.UtcNow));
        return file;
    }

    // As a whole, or as far as an ellipsis says.
    private static bool IsThere(string text, string said) =>
        text.Contains(said, StringComparison.Ordinal) || Enumerable.Range(1, said.Length - 1).Any(length => text.Contains(said[..^length] + "…", StringComparison.Ordinal));

    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static CredentialContent Longest(Func<string, int, string> filled) => Usual with
    {
        Issuer = Usual.Issuer with { NameTh = filled(Usual.Issuer.NameTh, 500), NameEn = filled(Usual.Issuer.NameEn, 500) },
        Holder = Usual.Holder with { NameTh = filled("ปิ่นปักษ์ปั้นปฏิญญ์ ผู้ใหญ่ลี้", 500), NameEn = filled("Wimonwan Mwimwim", 500) },
        Achievement = Usual.Achievement with { TitleTh = filled(Usual.Achievement.TitleTh, 500), TitleEn = filled(Usual.Achievement.TitleEn, 500), Unit = filled("UNIT-1", 100), Framework = filled("FRAME-2", 100) },
        Programme = new(filled(Usual.Programme.NoticeTh, 2000), filled(Usual.Programme.NoticeEn, 2000)),
    };

    private static string Filled(string text, int length)
    {
        var filled = new StringBuilder(text);
        while (filled.Length < length) filled.Append(' ').Append(text);
        return filled.ToString(0, length).TrimEnd();
    }

    private sealed record Box(double Left, double Top, double Right, double Bottom, string Text)
    {
        // Half a point: poppler's boxes are the font's height, whatever the letters.
        public bool Overlaps(Box other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.5;

        public static Box Of(XElement word) => new(At(word, "xMin"), At(word, "yMin"), At(word, "xMax"), At(word, "yMax"), word.Value);

        private static double At(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}
