using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CredentialLedger.Verifier.Paper;

/// <summary>A certificate's parts as they stand in the file. None of it is to be believed before integrity.</summary>
/// <param name="File">The whole file.</param>
/// <param name="Document">The attached XML.</param>
/// <param name="Start">Where the signature's value begins.</param>
/// <param name="End">The first place after it.</param>
/// <param name="Digest">The attachment's SHA-256, as the catalog says.</param>
/// <param name="SigningTime">When it was signed, as the signature says.</param>
internal sealed record PaperParts(ReadOnlyMemory<byte> File, ReadOnlyMemory<byte> Document, int Start, int End, byte[] Digest, DateTimeOffset SigningTime);

/// <summary>Reads a certificate forward, once, in the one form in which it is written: the attachment, the signature, the catalog's beginning, and the end. What lies between is under the signature and nobody reads it here.</summary>
internal static class PaperReader
{
    private const string Hex = "0123456789abcdef";

    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>What is wrong, or null with the parts.</summary>
    public static Finding? Read(ReadOnlyMemory<byte> file, out PaperParts? parts)
    {
        parts = null;
        var reader = new Cursor(file.Span);
        reader.Skip(PaperForm.Header);
        reader.Skip(PaperForm.BeforeLength);
        var length = Number(reader.UpTo((byte)'/', 7));
        reader.Skip(PaperForm.AfterLength(length));
        var changed = Encoding.ASCII.GetString(reader.Take(PaperForm.TimeLength));
        reader.Skip(PaperForm.AfterTime);
        var from = reader.At;
        reader.Pass(length);
        reader.Skip(PaperForm.AfterAttached);
        var when = Encoding.ASCII.GetString(reader.Take(PaperForm.TimeLength));
        reader.Skip("Z)/ByteRange"u8);
        var ranges = reader.Take(PaperForm.RangesLength);
        reader.Skip(PaperForm.BeforeContents);
        var start = reader.At;
        reader.Skip("<"u8);
        var value = reader.UpTo((byte)'>', PaperForm.MaxBytes);
        reader.Skip(">"u8);
        var end = reader.At;
        reader.Skip(PaperForm.BeforeDigest);
        var digest = reader.Take(64);
        reader.Skip(">"u8);
        if (reader.Differs) return WhyNot(file.Span);
        if (reader.IsCut) return Finding.Failed(Codes.StructurePdfCutShort);

        var rest = file.Span[reader.At..];
        var last = rest.IndexOf(PaperForm.LastLine);
        if (last < 0) return Finding.Failed(Codes.StructurePdfCutShort);
        if (last + PaperForm.LastLine.Length < rest.Length) return Finding.Failed(Codes.StructurePdfAppended);
        // An attachment of another length moves all that follows: that it is another certificate's says more, and integrity says it.
        var isSwapped = !digest.SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(file.Span.Slice(from, Math.Max(0, length))))));
        if (!isSwapped && (!ranges.SequenceEqual(PaperForm.Ranges(start, end, file.Length)) || !EndsWell(file.Span, reader.At + last))) return Finding.Failed(Codes.StructurePdfRanges);
        if (length < 0 || value.Length % 2 != 0 || value.ContainsAnyExcept(Encoding.ASCII.GetBytes(Hex)) || digest.ContainsAnyExcept(Encoding.ASCII.GetBytes(Hex))
            || Time(changed) is null || Time(when) is not { } signedAt) return WhyNot(file.Span);
        parts = new(file, file.Slice(from, length), start, end, Convert.FromHexString(digest), signedAt);
        return null;
    }

    private static DateTimeOffset? Time(string digits) =>
        DateTimeOffset.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // One table of objects, at the place that the file's end gives.
    private static bool EndsWell(ReadOnlySpan<byte> file, int last)
    {
        var word = "\nstartxref\n"u8;
        var at = file[..last].LastIndexOf(word);
        if (at < 0 || file[(last - 1)] != '\n') return false;
        var table = Number(file[(at + word.Length)..(last - 1)]);
        return table > 0 && table < at && file[table..].StartsWith("xref\n0 "u8);
    }

    // A number as we write it: a few digits, none of them a leading zero; otherwise -1.
    private static int Number(ReadOnlySpan<byte> digits) =>
        digits.Length is > 0 and <= 7 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && digits[0] != '0' ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;

    // Another program's file is no forgery by itself, and no answer either.
    private static Finding WhyNot(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("/Encrypt"u8) >= 0) return Finding.Unknown(Codes.StructurePdfEncrypted);
        // Where objects are packed, an attachment may be among them.
        var mayHold = file.IndexOf("/EmbeddedFile"u8) >= 0 || file.IndexOf("/ObjStm"u8) >= 0;
        return mayHold ? Finding.Unknown(Codes.StructurePdfNotOriginal) : Finding.Failed(Codes.StructurePdfNothingAttached);
    }

    // After the first difference, or the file's end, nothing is read any more.
    private ref struct Cursor(ReadOnlySpan<byte> file)
    {
        private readonly ReadOnlySpan<byte> file = file;

        public int At { get; private set; }

        public bool Differs { get; private set; }

        public bool IsCut { get; private set; }

        public void Skip(ReadOnlySpan<byte> expected)
        {
            if (Differs || IsCut) return;
            var rest = file[At..];
            if (rest.StartsWith(expected)) At += expected.Length;
            else if (expected.StartsWith(rest)) IsCut = true;
            else Differs = true;
        }

        public void Pass(int length)
        {
            if (length < 0 && !IsCut) Differs = true;
            else Take(length);
        }

        public ReadOnlySpan<byte> Take(int length)
        {
            if (Differs || IsCut) return [];
            if (length > file.Length - At)
            {
                IsCut = true;
                return [];
            }

            At += length;
            return file.Slice(At - length, length);
        }

        public ReadOnlySpan<byte> UpTo(byte end, int most)
        {
            if (Differs || IsCut) return [];
            var length = file[At..].IndexOf(end);
            if (length < 0) IsCut = true;
            else if (length > most) Differs = true;
            return Take(Math.Max(0, length));
        }
    }
}
