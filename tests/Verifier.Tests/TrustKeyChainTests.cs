using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

/// <summary>Whoever pinned a key follows it to later ones by what each key signed of the next, and by nothing else.</summary>
public sealed class TrustKeyChainTests : IDisposable
{
    private const string Ledger = "did:web:ledger.example";

    private readonly ECDsa[] keys = [.. Enumerable.Range(0, 4).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256))];

    private static readonly DateTimeOffset From1 = Sample.At.AddDays(-20), From2 = Sample.At.AddDays(-10);

    public void Dispose()
    {
        foreach (var key in keys) key.Dispose();
    }

    [Fact]
    public void Each_key_counts_while_it_was_in_use()
    {
        var chain = TrustKeyChain.Follow(keys[0], Lines(Link(1, From1), Link(2, From2)));
        SignedTrustList.KeyIdOf(chain.Last).ShouldBe(SignedTrustList.KeyIdOf(keys[2]));
        Open(chain, 2, Sample.At.AddHours(-1)).ShouldBeNull();
        Open(chain, 2, From2).ShouldBeNull();
        Open(chain, 1, From2.AddMinutes(-2)).ShouldBeNull();
        Open(chain, 0, From1.AddMinutes(-2)).ShouldBeNull();
        Open(chain, 1, Sample.At).ShouldBe(Codes.TrustKeyReplaced);
        Open(chain, 0, From1.AddMinutes(2)).ShouldBe(Codes.TrustKeyReplaced);
        Open(chain, 2, From2.AddMinutes(-2)).ShouldBe(Codes.TrustKeyReplaced);
        Open(chain, 3, Sample.At).ShouldBe(Codes.TrustSignature);
    }

    [Fact]
    public void From_a_later_pin_the_links_before_it_mean_nothing()
    {
        var chain = TrustKeyChain.Follow(keys[1], Lines(Link(1, From1), Link(2, From2)));
        Encoding.ASCII.GetString(chain.Links).Count(c => c == '\n').ShouldBe(1);
        Open(chain, 2, Sample.At).ShouldBeNull();
        Open(chain, 0, From1.AddDays(-1)).ShouldBe(Codes.TrustSignature);
    }

    [Fact]
    public void A_link_that_is_not_by_the_key_before_leads_nowhere()
    {
        var good = Link(1, From1);
        var parts = good.Split('.');
        foreach (var bad in (string[])["", "words", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.AAAA", good[..^6], TrustLink(keys[3], keys[1], From1), TrustLink(keys[0], keys[0], From1), new('x', 100_000)])
            SignedTrustList.KeyIdOf(TrustKeyChain.Follow(keys[0], Lines(bad)).Last).ShouldBe(SignedTrustList.KeyIdOf(keys[0]), bad.Length > 300 ? "" : bad);
    }

    [Fact]
    public void A_key_that_leads_to_two_leads_to_the_one_that_was_known_first()
    {
        var known = TrustKeyChain.Follow(keys[0], Lines(Link(1, From1)));
        var later = TrustKeyChain.Follow(keys[0], [.. known.Links, .. Lines(TrustLink(keys[0], keys[3], From1), Link(2, From2))]);
        SignedTrustList.KeyIdOf(later.Last).ShouldBe(SignedTrustList.KeyIdOf(keys[2]));
    }

    [Fact]
    public void A_key_that_was_announced_saves_whoever_knew_it_when_the_one_before_is_stolen()
    {
        // Announced for later; then the one in use was stolen, and the announced one signed that another is used at once.
        var chain = TrustKeyChain.Follow(keys[0], Lines(Link(1, Sample.At.AddDays(20)), Link(2, Sample.At.AddHours(-1))));
        Open(chain, 2, Sample.At).ShouldBeNull();
        Open(chain, 0, Sample.At).ShouldBe(Codes.TrustKeyReplaced);
        Open(chain, 1, Sample.At).ShouldBe(Codes.TrustKeyReplaced);
    }

    // The code of the refusal; null where it counts.
    private string? Open(TrustKeyChain chain, int by, DateTimeOffset issued)
    {
        try
        {
            chain.Open(SignedTrustList.Sign(Sample.Trust(), [], keys[by], issued, issued.AddDays(30)), Sample.At > issued ? Sample.At : issued);
            return null;
        }
        catch (TrustListException refused)
        {
            return refused.Code;
        }
    }

    private string Link(int to, DateTimeOffset from) => TrustLink(keys[to - 1], keys[to], from);

    private static string TrustLink(ECDsa by, ECDsa next, DateTimeOffset from) => Encoding.ASCII.GetString(TrustKeyChain.Link(Ledger, next, from, by, from.AddDays(-30)));

    private static byte[] Lines(params string[] links) => Encoding.ASCII.GetBytes(string.Concat(links.Select(l => $"{l}\n")));
}
