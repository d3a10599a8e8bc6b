using CredentialLedger.Verifier.Tests.Support;
using CsCheck;

namespace CredentialLedger.Verifier.Tests.Paper;

/// <summary>No mutant of a certificate is valid, and none makes an exception.</summary>
public class PaperFuzzSpec
{
    private static readonly byte[] Good = Papers.Of(Sample.Content(TestKeys.BodyA)), Status = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private static readonly Trust.TrustList Trust = Sample.Trust();

    [Fact]
    public void No_changed_bytes_of_a_certificate_are_valid() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte.Array[0, 12], Gen.Int[0, 12]).Sample((at, put, left) =>
            IsRefused([.. Good[..at], .. put, .. Good[Math.Min(Good.Length, at + left)..]]), iter: 2000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void No_parts_of_a_certificate_doubled_moved_or_left_out_are_valid() =>
        Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, Good.Length], Gen.Int[0, Good.Length]).Sample((from, to, place) =>
        {
            var (first, last) = (Math.Min(from, to), Math.Max(from, to));
            return IsRefused([.. Good[..first], .. Good[last..]]) && IsRefused([.. Good[..place], .. Good[first..last], .. Good[place..]]);
        }, iter: 2000, seed: "0N0XIzNsQ0O2");

    private static bool IsRefused(byte[] file) => file.AsSpan().SequenceEqual(Good) || Verify.Document(file, Trust, Status, Sample.At).Overall is not Overall.Valid;
}
