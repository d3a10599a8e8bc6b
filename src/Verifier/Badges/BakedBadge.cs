using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;

namespace CredentialLedger.Verifier.Badges;

/// <summary>A PNG picture with an Open Badges 3.0 VC-JWT baked into it (1EdTech Open Badges 3.0, baked badges), in which the token names the digest of the picture (docs/formats/png.md).</summary>
public static class BakedBadge
{
    // Keyword, its end, not compressed, method 0, no language, no translated keyword (W3C PNG section 11.3.3.4).
    private static readonly byte[] Head = [.. "openbadgecredential"u8, 0, 0, 0, 0, 0];

    private static readonly string[] Texts = ["tEXt", "zTXt", "iTXt"];

    /// <summary>The picture with the credential in it, directly behind the picture's header. The signing time is cut to whole seconds.</summary>
    /// <param name="picture">A PNG file that holds no credential yet.</param>
    /// <param name="content">What the credential says.</param>
    /// <param name="key">The issuer's key, on P-256.</param>
    /// <param name="issuer">The http or https address under which the issuer publishes its keys.</param>
    /// <param name="signingTime">When it is signed.</param>
    /// <exception cref="ArgumentException">The picture is no plain PNG file, or the token cannot carry the content.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> picture, CredentialContent content, IssuerKey key, Uri issuer, DateTimeOffset signingTime)
    {
        if (PngChunks.Read(picture, out var chunks) is { } fault || chunks.Any(IsCredential)) throw new ArgumentException("Only a plain PNG file takes a credential.", nameof(picture));
        var token = OpenBadge.Sign(content, key, issuer, signingTime, Digest(picture.Span, default));
        var header = chunks[0].End;
        return [.. picture.Span[..header], .. PngChunks.Write("iTXt", [.. Head, .. token]), .. picture.Span[header..]];
    }

    internal static Finding Read(ReadOnlyMemory<byte> file, out BadgeShape? shape)
    {
        shape = null;
        if (PngChunks.Read(file, out var chunks) is { } fault) return Finding.Failed(fault);
        if (chunks.Count(IsCredential) is var count and not 1) return Finding.Failed(count == 0 ? Codes.StructureBadgeNone : Codes.StructureBadgeTwice);
        var (baked, header) = (chunks[1], chunks[0].End);
        if (baked.Type != "iTXt" || !baked.Data.Span.StartsWith(Head)) return Finding.Failed(Codes.StructureBadgeChunk);
        var text = baked.Data.Span[Head.Length..];
        if (text.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e)) return Finding.Failed(Codes.StructureJwtEncoding);
        var structure = OpenBadge.Read(Encoding.ASCII.GetString(text), out var token);
        if (token is null) return structure;
        if (token.Picture is null) return Finding.Failed(Codes.StructureBadgeUnbound);
        shape = new(token, token.Picture == Digest(file.Span[..header], file.Span[baked.End..]));
        return structure;
    }

    // Any text chunk of that name, so that no program can see another credential than we do.
    private static bool IsCredential(PngChunk chunk) => Texts.Contains(chunk.Type) && chunk.Data.Span.StartsWith(Head.AsSpan(..^4));

    // W3C Subresource Integrity section 3.1.
    private static string Digest(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(after);
        return "sha256-" + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
