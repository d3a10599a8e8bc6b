using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>How PDF objects are spelt (ISO 32000-1 section 7.3).</summary>
internal static class PdfSyntax
{
    public static byte[] Object(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>A compressed stream.</summary>
    public static byte[] Stream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(data);
        return Plain($"{entries}/Filter/FlateDecode", packed.ToArray());
    }

    /// <summary>A stream as it is.</summary>
    public static byte[] Plain(string entries, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>\nstream\n")), .. data, .. "\nendstream"u8];

    /// <summary>A text string in UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A number, without an exponent.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
