using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

/// <summary>A status list that was found good is read once; what depends on time, and on all of its bytes, is asked each time.</summary>
public class KeptListsSpec
{
    private static readonly byte[] Document = CredentialDocument.Sign(Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), Sample.SignedAt);
    private static readonly byte[] List = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private readonly TrustList trust = Sample.Trust();

    public KeptListsSpec()
    {
        for (var i = 0; i < 2; i++) StatusOf(List, Sample.At).ShouldBe(Codes.StatusGood);
    }

    [Fact]
    public void It_is_stale_at_its_end() => StatusOf(List, Sample.At.AddDays(60)).ShouldBe(Codes.StatusStale);

    [Fact]
    public void It_does_not_speak_for_what_was_before_it() => StatusOf(List, Sample.SignedAt.AddMinutes(2)).ShouldBe(Codes.StatusLaterThanAsked);

    [Fact]
    public void A_list_that_differs_in_one_byte_anywhere_is_another_list()
    {
        for (var i = 0; i < List.Length; i += 7)
        {
            var changed = List.ToArray();
            changed[i] ^= 1;
            StatusOf(changed, Sample.At).ShouldNotBe(Codes.StatusGood);
        }
    }

    [Fact]
    public void Bytes_that_are_changed_afterwards_change_nothing_that_is_kept()
    {
        var mine = List.ToArray();
        StatusOf(mine, Sample.At).ShouldBe(Codes.StatusGood);
        Array.Clear(mine);
        StatusOf(List, Sample.At).ShouldBe(Codes.StatusGood);
        StatusOf(mine, Sample.At).ShouldBe(Codes.StatusMalformed);
    }

    private string StatusOf(byte[] list, DateTimeOffset at) => Verify.Document(Document, trust, list, at).Checks.Single(c => c.Name == "status").Code;
}
