using System.Globalization;
using System.Text;

namespace CredentialLedger.Verifier.Paper;

/// <summary>The one spelling of what a certificate begins with, for its writer and its reader.</summary>
internal static class PaperForm
{
    public const int MaxBytes = 1024 * 1024, RangesLength = 27, TimeLength = 14;

    // The bytes above 127 say that the file is binary (ISO 32000-1 section 7.5.2).
    public static ReadOnlySpan<byte> Header => "%PDF-1.7\n%\u00e2\u00e3\n"u8;

    public static ReadOnlySpan<byte> BeforeLength => "1 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fxml/Length "u8;

    public static ReadOnlySpan<byte> AfterAttached => "\nendstream\nendobj\n2 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:"u8;

    public static ReadOnlySpan<byte> BeforeContents => "/Contents"u8;

    public static ReadOnlySpan<byte> BeforeDigest => ">>\nendobj\n3 0 obj\n<</Type/Catalog/CLED_Attached<"u8;

    public static ReadOnlySpan<byte> LastLine => "%%EOF\n"u8;

    public static ReadOnlySpan<byte> AfterTime => "Z)>>>>\nstream\n"u8;

    public static byte[] Attached(int length, DateTimeOffset signingTime) => [.. Ascii($"<</Type/EmbeddedFile/Subtype/application#2Fxml/Length {length}"), .. AfterLength(length), .. Time(signingTime), .. AfterTime];

    public static byte[] AfterLength(int length) => Ascii($"/Params<</Size {length}/ModDate(D:");

    private static byte[] Time(DateTimeOffset time) => Ascii($"{time.UtcDateTime:yyyyMMddHHmmss}");

    public static byte[] SignatureBefore(DateTimeOffset signingTime) => Ascii($"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:{signingTime.UtcDateTime:yyyyMMddHHmmss}Z)/ByteRange");

    /// <summary>Everything but what is from the first place up to the second; always as long, so that it can be written when both are known.</summary>
    public static byte[] Ranges(int start, int end, int total) => Ascii($"[0 {start,7} {end,7} {total - end,7}]");

    public static byte[] CatalogBefore(byte[] digest) => Ascii($"<</Type/Catalog/CLED_Attached<{Convert.ToHexStringLower(digest)}>");

    public static byte[] Hole(int room) => Ascii($"<{new string('0', 2 * room)}>");

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
