using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;
using QRCoder;
using Words = CredentialLedger.Api.Issuing.Certificates.CertificateWords;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>Draws a credential as a certificate on one A4 page. No party's mark is on it, for none is there without a permit (clause 3).</summary>
public static class CertificatePage
{
    private const string Ink = "0.086 0.169 0.302", Quiet = "0.333 0.384 0.471", Gold = "0.69 0.525 0.227", Warning = "0.65 0.11 0.11", English = "en";

    private const double Middle = PdfCanvas.Width / 2, Room = 455, Left = 78, QrSide = 116, Aside = 315;

    /// <summary>The page; the same content, code and address give the same page.</summary>
    /// <param name="content">What the credential says.</param>
    /// <param name="checkCode">The code that belongs to its number.</param>
    /// <param name="verification">Where it is verified by its number.</param>
    public static PaperDrawing Draw(CredentialContent content, string checkCode, Uri verification)
    {
        using var page = new PdfCanvas();
        page.Frame(28, 2, Ink);
        page.Frame(34, 0.75, Gold);
        var y = 62.0;
        if (content.Test) y = page.Set(Words.Test, new(13, Room, Warning, IsBold: true), Middle, 46) + 4;
        y = page.Set(content.Issuer.NameTh, new(17, Room, Ink, IsBold: true, Lines: 2), Middle, y);
        y = page.Set(content.Issuer.NameEn, new(12, Room, Quiet, English, Lines: 2), Middle, y);
        page.Rule(Middle, y + 14, 60, Gold);
        y = page.Set(Words.TitleTh, new(28, Room, Ink, IsBold: true, Tag: "H1"), Middle, y + 30);
        y = page.Set(Words.TitleEn, new(15, Room, Quiet, English), Middle, y);
        y = Held(page, content.Holder, y + 24);
        Achieved(page, content.Achievement, y + 20);
        Particulars(page, content, checkCode, verification);
        y = page.Set(content.Programme.NoticeTh, new(9.5, Room, Quiet, Lines: 3), Middle, 728);
        page.Set(content.Programme.NoticeEn, new(8.5, Room, Quiet, English, Lines: 3), Middle, y + 2);
        return PdfDrawing.Of(page, $"{Words.TitleTh} · {Words.TitleEn} {content.Number}");
    }

    private static double Held(PdfCanvas page, HolderReference holder, double y)
    {
        y = page.Set(Words.GivenTh, new(12, Room, Quiet), Middle, y);
        y = page.Set(Words.GivenEn, new(10, Room, Quiet, English), Middle, y);
        y = page.Set(holder.NameTh!, new(27, Room, Ink, IsBold: true, Lines: 2), Middle, y + 8);
        return holder.NameEn is { } name ? page.Set(name, new(16, Room, Ink, English, Lines: 2), Middle, y) : y;
    }

    private static void Achieved(PdfCanvas page, Achievement achieved, double y)
    {
        y = page.Set(Words.AchievedTh, new(12, Room, Quiet), Middle, y);
        y = page.Set(Words.AchievedEn, new(10, Room, Quiet, English), Middle, y);
        y = page.Set(achieved.TitleTh, new(20, Room, Ink, IsBold: true, Lines: 3), Middle, y + 8);
        y = page.Set(achieved.TitleEn, new(14, Room, Ink, English, Lines: 3), Middle, y);
        if (achieved.Level is { } level) y = page.Set(Words.Level(level), new(14, Room, Gold, IsBold: true), Middle, y + 8);
        page.Set($"{achieved.Unit} · {achieved.Framework}", new(11, Room, Quiet), Middle, y + 2);
    }

    private static void Particulars(PdfCanvas page, CredentialContent content, string checkCode, Uri verification)
    {
        const double Top = 570;
        page.Rule(Middle, Top - 12, Room, Gold);
        var y = page.Set(Words.DecidedTh(content.Achievement.DecidedOn), Aside(11), Left, Top);
        y = page.Set(Words.DecidedEn(content.Achievement.DecidedOn), Aside(9.5, English), Left, y);
        y = page.Set(Words.ValidTh(content), Aside(11), Left, y + 5);
        y = page.Set(Words.ValidEn(content), Aside(9.5, English), Left, y);
        y = page.Set(Words.Number(content.Number), Aside(11), Left, y + 5);
        page.Set(Words.CheckCode(checkCode), Aside(11), Left, y);

        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(verification.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        const double Right = PdfCanvas.Width - 70 - QrSide;
        page.Squares(code.ModuleMatrix, Right, Top - 6, QrSide, Words.Picture(verification));
        y = page.Set(Words.ScanTh, new(9, QrSide, Quiet), Right + QrSide / 2, Top + QrSide - 10);
        page.Set(Words.ScanEn, new(8, QrSide, Quiet, English), Right + QrSide / 2, y);

        static PdfLettering Aside(double size, string language = "th-TH") => new(size, CertificatePage.Aside, language == English ? Quiet : Ink, language, IsCentred: false);
    }
}
