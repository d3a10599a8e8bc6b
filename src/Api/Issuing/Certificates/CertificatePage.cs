using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;
using QRCoder;
using Words = CredentialLedger.Api.Issuing.Certificates.CertificateWords;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>Draws a credential as a certificate on one A4 page. Whatever the length of its texts, none overlaps another: they are set smaller, and in the last resort end in an ellipsis.</summary>
public static class CertificatePage
{
    private const string Ink = "0.086 0.169 0.302", Quiet = "0.333 0.384 0.471", Gold = "0.69 0.525 0.227", DeepGold = "0.5 0.36 0.1", Faint = "0.93 0.915 0.875", Warning = "0.65 0.11 0.11", English = "en";

    private const double Middle = PdfCanvas.Width / 2, Room = 455, Left = 72, QrSide = 112, Aside = 330, Top = 58, Bottom = 788, Gap = 14;

    /// <summary>The page; the same content, code, address and marks give the same page.</summary>
    /// <param name="content">What the credential says.</param>
    /// <param name="checkCode">The code that belongs to its number.</param>
    /// <param name="verification">Where it is verified by its number.</param>
    /// <param name="marks">The marks that may be shown, in their order.</param>
    public static PaperDrawing Draw(CredentialContent content, string checkCode, Uri verification, IReadOnlyList<CertificateMark> marks)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(marks);
        using var page = new PdfCanvas();
        page.Ornament(Faint, 0.5, PdfOrnaments.Rosette(Middle, 400, 205, 12, 8));
        page.Ornament(Ink, 2.2, PdfOrnaments.Frame(26, 0));
        page.Ornament(Gold, 0.8, PdfOrnaments.Frame(33, 16));
        page.Ornament(Gold, 0.4, PdfOrnaments.Frame(36.5, 16));

        // What stands below is measured first: what is between gets the room that is left.
        var notice = PdfFlow.Fit(page.Fonts, Notice(content, marks), 150, least: 4.5);
        var foot = Bottom - notice.Sum(p => p.Height);
        var particulars = foot - 150;
        var y = Heading(page, content, marks);
        Body(page, content, y, particulars - 2 * Gap);
        Particulars(page, content, checkCode, verification, particulars);
        page.Set(Middle, foot, notice);
        return PdfDrawing.Of(page, $"{Words.TitleTh} · {Words.TitleEn} {content.Number}");
    }

    private static double Heading(PdfCanvas page, CredentialContent content, IReadOnlyList<CertificateMark> marks)
    {
        var y = Top;
        if (content.Test) y = page.Set(Middle, y - 8, 22, [new(Words.Test, new(13, Room, Warning, IsBold: true))]) + 2;
        y = MarkRow.Draw(page, marks, Middle, y, Room);
        y = page.Set(Middle, y, 84, [new(content.Issuer.NameTh, new(17, Room, Ink, IsBold: true)), new(content.Issuer.NameEn, new(12, Room, Quiet, English))]);
        page.Rule(Middle, y + 10, 60, Gold);
        return page.Set(Middle, y + 20, 70, [new(Words.TitleTh, new(29, Room, Ink, IsBold: true, Tag: "H1")), new(Words.TitleEn, new(15, Room, DeepGold, English))]) + Gap;
    }

    private static void Body(PdfCanvas page, CredentialContent content, double top, double bottom)
    {
        var (holder, achieved) = (content.Holder, content.Achievement);
        List<PdfParagraph> said = [new(Words.GivenTh, new(12, Room, Quiet)), new(Words.GivenEn, new(10, Room, Quiet, English)), new(holder.NameTh!, new(28, Room, Ink, IsBold: true, Before: 6))];
        if (holder.NameEn is { } name) said.Add(new(name, new(16, Room, Ink, English)));
        said.AddRange([new(Words.AchievedTh, new(12, Room, Quiet, Before: 18)), new(Words.AchievedEn, new(10, Room, Quiet, English)),
            new(achieved.TitleTh, new(21, Room, Ink, IsBold: true, Before: 6)), new(achieved.TitleEn, new(14, Room, Ink, English))]);
        if (achieved.Level is { } level) said.Add(new(Words.Level(level), new(15, Room, DeepGold, IsBold: true, Before: 8)));
        said.Add(new($"{achieved.Unit} · {achieved.Framework}", new(11, Room, Quiet, Before: 2)));
        var laid = PdfFlow.Fit(page.Fonts, said, bottom - top);
        page.Set(Middle, top + (bottom - top - laid.Sum(p => p.Height)) / 2, laid);
    }

    private static void Particulars(PdfCanvas page, CredentialContent content, string checkCode, Uri verification, double top)
    {
        page.Rule(Middle, top - Gap, Room, Gold);
        page.Set(Left, top, 138,
        [
            new(Words.DecidedTh(content.Achievement.DecidedOn), Beside(10.5)), new(Words.DecidedEn(content.Achievement.DecidedOn), Beside(9.5, English)),
            new(Words.ValidTh(content), Beside(10.5, before: 4)), new(Words.ValidEn(content), Beside(9.5, English)),
            new(Words.Number(content.Number), Beside(10.5, before: 4)), new(Words.CheckCode(checkCode), Beside(10.5)),
            new(Words.SignedTh, Beside(8, before: 4) with { Colour = Quiet }), new(Words.SignedEn, Beside(7.5, English)),
        ]);

        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(verification.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        const double Right = PdfCanvas.Width - Left - QrSide;
        page.Squares(code.ModuleMatrix, Right, top - 6, QrSide, Words.Picture(verification));
        page.Set(Right + QrSide / 2, top + QrSide - 8, 26, [new(Words.ScanTh, new(9, QrSide, Quiet)), new(Words.ScanEn, new(8, QrSide, Quiet, English))]);

        static PdfLettering Beside(double size, string language = "th-TH", double before = 0) => new(size, Aside, language == English ? Quiet : Ink, language, IsCentred: false, Before: before);
    }

    private static List<PdfParagraph> Notice(CredentialContent content, IReadOnlyList<CertificateMark> marks)
    {
        List<PdfParagraph> said = [new(content.Programme.NoticeTh, new(9.5, Room, Quiet)), new(content.Programme.NoticeEn, new(8.5, Room, Quiet, English, Before: 2))];
        if (marks.Count > 0) said.AddRange([new(Words.MarksTh(marks), new(7.5, Room, Quiet, Before: 3)), new(Words.MarksEn(marks), new(7, Room, Quiet, English))]);
        return said;
    }
}
