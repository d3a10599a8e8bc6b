using System.Globalization;
using CredentialLedger.Verifier.Credentials;
using SkiaSharp;

namespace CredentialLedger.Api.Issuing.Pictures;

/// <summary>Draws the picture of a badge: what was achieved, at which level, who certified it and under whose cooperation. Nothing of the holder: a badge is shown around, and who has it is in the credential.</summary>
public static class BadgePicture
{
    private const int Side = 1000;

    private const float Middle = Side / 2f, Room = 700;

    private static readonly SKColor Ink = new(0x16, 0x2b, 0x4d), Quiet = new(0x55, 0x62, 0x78), Gold = new(0xb0, 0x86, 0x3a), Paper = new(0xfb, 0xf9, 0xf4), Warning = new(0xa6, 0x1c, 0x1c);

    /// <summary>The picture as a PNG file; the same content gives the same picture.</summary>
    public static byte[] Draw(CredentialContent content)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        Frame(canvas);
        using (Lettering regular = new("Regular"), bold = new("Bold")) Write(canvas, content, regular, bold);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Frame(SKCanvas canvas)
    {
        using var fill = new SKPaint { IsAntialias = true, Color = Ink };
        canvas.DrawRoundRect(10, 10, Side - 20, Side - 20, 72, 72, fill);
        fill.Color = Paper;
        canvas.DrawRoundRect(38, 38, Side - 76, Side - 76, 48, 48, fill);
        using var line = new SKPaint { IsAntialias = true, Color = Gold, IsStroke = true, StrokeWidth = 3 };
        canvas.DrawRoundRect(56, 56, Side - 112, Side - 112, 34, 34, line);
    }

    private static void Write(SKCanvas canvas, CredentialContent content, Lettering regular, Lettering bold)
    {
        const float Top = 246, Bottom = 680;
        var y = bold.Set(canvas, content.Issuer.NameTh, new(38, Room), Middle, 106, Ink);
        regular.Set(canvas, content.Issuer.NameEn, new(27, Room), Middle, y, Quiet);
        Rule(canvas, Top - 20);

        // How high it is shows only once it is set; then it stands in the middle of its room.
        using var nowhere = new SKNoDrawCanvas(Side, Side);
        var height = Achieved(nowhere, content.Achievement, regular, bold, 0);
        Achieved(canvas, content.Achievement, regular, bold, (Top + Bottom - height) / 2);

        Rule(canvas, Bottom + 10);
        y = regular.Set(canvas, content.Programme.NoticeTh, new(21, 780, 3), Middle, Bottom + 28, Quiet);
        regular.Set(canvas, content.Programme.NoticeEn, new(17, 780, 3), Middle, y + 4, Quiet);
        if (content.Test) bold.Set(canvas, "สำหรับทดสอบ ไม่ใช่ใบรับรอง · TEST, CERTIFIES NOTHING", new(25, Room), Middle, 882, Warning);
        else regular.Set(canvas, content.Number, new(25, Room), Middle, 882, Ink);
    }

    private static float Achieved(SKCanvas canvas, Achievement achievement, Lettering regular, Lettering bold, float y)
    {
        y = bold.Set(canvas, achievement.TitleTh, new(68, Room, 2), Middle, y, Ink);
        y = regular.Set(canvas, achievement.TitleEn, new(38, Room, 2), Middle, y, Ink);
        if (achievement.Level is { } level) y = Level(canvas, string.Create(CultureInfo.InvariantCulture, $"ระดับ {level} · Level {level}"), bold, y + 30);
        return regular.Set(canvas, $"{achievement.Unit} · {achievement.Framework}", new(27, Room), Middle, y + 18, Quiet);
    }

    private static float Level(SKCanvas canvas, string text, Lettering bold, float top)
    {
        const float Size = 36, Height = 68;
        var width = bold.Width(text, Size) + 72;
        using var fill = new SKPaint { IsAntialias = true, Color = Ink };
        canvas.DrawRoundRect(Middle - width / 2, top, width, Height, Height / 2, Height / 2, fill);
        bold.Set(canvas, text, new(Size, Room, 1, Height / Size), Middle, top, Paper);
        return top + Height;
    }

    private static void Rule(SKCanvas canvas, float y)
    {
        using var line = new SKPaint { IsAntialias = true, Color = Gold, IsStroke = true, StrokeWidth = 2 };
        canvas.DrawLine(Middle - 60, y, Middle + 60, y, line);
    }
}
