using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Tests.Support;
using CsCheck;

namespace CredentialLedger.Verifier.Tests.Badges;

/// <summary>No mutant of a badge is valid, and none makes an exception: neither bytes changed anywhere, nor chunks moved, doubled, left out or filled otherwise with their checksums made anew.</summary>
public class BadgeFuzzSpec
{
    private static readonly byte[] Good = BakedBadge.Sign(Pictures.Plain(), Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt);

    private static readonly byte[] Status = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private static readonly Trust.TrustList Trust = Sample.Trust();

    [Fact]
    public void No_changed_bytes_of_a_badge_are_valid() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte.Array[0, 12], Gen.Int[0, 12]).Sample((at, put, left) =>
            IsRefused([.. Good[..at], .. put, .. Good[Math.Min(Good.Length, at + left)..]]), iter: 2000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void No_rearranged_or_refilled_chunks_of_a_badge_are_valid()
    {
        PngChunks.Read(Good, out var chunks).ShouldBeNull();
        Gen.Select(Gen.Int[0, chunks.Count - 1], Gen.Int[0, chunks.Count - 1], Gen.Int[0, 4], Gen.Int[0, 4000], Gen.Byte).Sample((from, to, how, place, value) =>
        {
            var all = chunks.Select(c => (c.Type, Data: c.Data.ToArray())).ToList();
            if (how == 0) all.RemoveAt(from);
            else if (how == 1) all.Insert(to, all[from]);
            else if (how == 2) (all[from], all[to]) = (all[to], all[from]);
            else if (how == 3 && all[from].Data is { Length: > 0 } data) data[place % data.Length] = value;
            else all[from] = (all[from].Type, [.. all[from].Data, value]);
            return IsRefused([.. Pictures.Signature, .. all.SelectMany(c => PngChunks.Write(c.Type, c.Data))]);
        }, iter: 2000, seed: "0N0XIzNsQ0O2");
    }

    private static bool IsRefused(byte[] file) => file.AsSpan().SequenceEqual(Good) || Verify.Document(file, Trust, Status, Sample.At).Overall is not Overall.Valid;
}
