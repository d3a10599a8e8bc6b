using System.Text;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Paper;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier;

/// <summary>A credential file whose structure is checked: what it says, and how its shape shows integrity and log. None of it is to be believed before integrity.</summary>
internal interface IShape
{
    CredentialContent Content { get; }

    DateTimeOffset SigningTime { get; }

    Finding Integrity(TrustList trust, out Signer? signer);

    Finding Log(TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing);
}

/// <summary>Recognises the shape of a file by its first bytes, and checks its structure.</summary>
internal static class Shapes
{
    private const int MaxBytes = 1024 * 1024;

    public static Finding Read(ReadOnlyMemory<byte> file, out IShape? shape)
    {
        if (PngChunks.IsPng(file.Span)) return ReadBadge(file, out shape);
        if (PaperReader.IsPdf(file.Span)) return ReadPaper(file, out shape);
        if (IsToken(file.Span)) return ReadToken(file.Span, out shape);
        var structure = StructureCheck.Run(file, out var parts);
        shape = parts is null ? null : new XmlShape(parts);
        return structure;
    }

    // Base64url of an opening brace and a quotation mark.
    private static bool IsToken(ReadOnlySpan<byte> file) => file.StartsWith("ey"u8);

    private static Finding ReadBadge(ReadOnlyMemory<byte> file, out IShape? shape)
    {
        shape = null;
        if (file.Length > MaxBytes) return Finding.Failed(Codes.StructureTooLarge);
        var structure = BakedBadge.Read(file, out var badge);
        shape = badge;
        return structure;
    }

    private static Finding ReadPaper(ReadOnlyMemory<byte> file, out IShape? shape)
    {
        var structure = PaperCertificate.Read(file, out var paper);
        shape = paper;
        return structure;
    }

    private static Finding ReadToken(ReadOnlySpan<byte> file, out IShape? shape)
    {
        shape = null;
        if (file.Length > MaxBytes) return Finding.Failed(Codes.StructureTooLarge);
        if (file.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e)) return Finding.Failed(Codes.StructureJwtEncoding);
        var text = Encoding.ASCII.GetString(file);
        var structure = text.Contains('~') ? SdJwtCredential.Read(text, out var token) : OpenBadge.Read(text, out token);
        shape = token;
        return structure;
    }
}

/// <summary>The XML document.</summary>
internal sealed class XmlShape(DocumentParts parts) : IShape
{
    public CredentialContent Content => parts.Content;

    public DateTimeOffset SigningTime => parts.SigningTime;

    public Finding Integrity(TrustList trust, out Signer? signer) => IntegrityCheck.Run(parts, trust, out signer);

    public Finding Log(TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing) => LogCheck.Run(parts, issuer, trust, now, out signing);
}
