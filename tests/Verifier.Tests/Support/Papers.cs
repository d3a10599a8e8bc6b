using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Certificates with an empty page.</summary>
internal static class Papers
{
    public static readonly PaperDrawing Empty = new($"/Pages {PaperCertificate.FirstDrawn + 1} 0 R",
    [
        Encoding.ASCII.GetBytes($"<</Type/Page/Parent {PaperCertificate.FirstDrawn + 1} 0 R/MediaBox[0 0 595 842]/Resources<<>>/Annots[{PaperCertificate.Field} 0 R]>>"),
        Encoding.ASCII.GetBytes($"<</Type/Pages/Kids[{PaperCertificate.FirstDrawn} 0 R]/Count 1>>"),
    ]);

    public static byte[] Document(CredentialContent content) => CredentialDocument.Sign(content, TestKeys.BodyA.Issuer(), Sample.SignedAt);

    public static byte[] Of(CredentialContent content) => Of(Document(content));

    public static byte[] Of(byte[] document, TestKey? key = null) => PaperCertificate.Sign(Empty, document, (key ?? TestKeys.BodyA).Issuer(), Sample.SignedAt);

    /// <summary>A file in which some bytes stand instead of others.</summary>
    public static byte[] Replaced(byte[] file, byte[] what, byte[] by)
    {
        var at = file.AsSpan().IndexOf(what);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return [.. file[..at], .. by, .. file[(at + what.Length)..]];
    }

    public static byte[] Replaced(byte[] file, string what, string by) => Replaced(file, Encoding.UTF8.GetBytes(what), Encoding.UTF8.GetBytes(by));
}
