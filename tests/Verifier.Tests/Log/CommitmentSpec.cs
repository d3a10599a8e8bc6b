using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>The payload commitment and the application MAC, with values that another program computed from docs/formats/event.md.</summary>
public sealed class CommitmentSpec
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("{\"a\":1,\"ก\":\"ข\"}");

    [Fact]
    public void The_keys_follow_from_the_salt_by_label()
    {
        Convert.ToHexStringLower(Commitment.PayloadKey(Salt)).ShouldBe("d5073a8d4e25b142439e1f6a9f36f43342aac0e30f92fc88b917f5c47bb534bf");
        Convert.ToHexStringLower(Commitment.EnvelopeKey(Salt)).ShouldBe("8f69a8264d00a5771afff0a6c44400b7fd1f4d59406c6729b36f018ec04adf5b");
    }

    [Fact]
    public void The_commitment_is_the_keyed_hash_of_the_canonical_payload() =>
        Convert.ToHexStringLower(Commitment.ToPayload(Salt, Payload)).ShouldBe("895a448c192b24c8416c190bdcb3fc437b4fcfd470d61949e6e665ca45144f79");

    [Theory]
    [InlineData(0), InlineData(16), InlineData(31), InlineData(33), InlineData(64)]
    public void A_salt_of_another_length_is_refused(int length)
    {
        // HMAC pads a short key with zeros: 31 bytes and the same 31 with a zero would give one commitment for two salts.
        Should.Throw<ArgumentException>(() => Commitment.ToPayload(new byte[length], Payload));
        Should.Throw<ArgumentException>(() => Commitment.EnvelopeKey(new byte[length]));
    }

    [Fact]
    public void A_MAC_is_of_id_stream_type_actor_and_commitment()
    {
        var actor = JsonDocument.Parse("""{"person":"d0000000-0000-4000-8000-000000000002","organisation":"OCSC","duty":"keep-persons","authority":"development"}""").RootElement;
        var other = JsonDocument.Parse("""{"person":"d0000000-0000-4000-8000-000000000002","organisation":"DGA","duty":"keep-persons","authority":"development"}""").RootElement;
        var (id, stream, mac) = (new Guid("c0000001-0000-7000-8000-000000000000"), new Guid("a0000000-0000-4000-8000-000000000001"), new ApplicationMac(Salt));
        var made = mac.Of(id, stream, "person-registered", actor, Payload);
        Convert.ToHexStringLower(made).ShouldBe("249a1b2823fb1b7b9581c6f31bdf5a263a16433297cdd2fbea23126452af67d7");
        mac.Matches(made, id, stream, "person-registered", actor, Payload).ShouldBeTrue();
        mac.Matches(made, stream, stream, "person-registered", actor, Payload).ShouldBeFalse();
        mac.Matches(made, id, id, "person-registered", actor, Payload).ShouldBeFalse();
        mac.Matches(made, id, stream, "post-held", actor, Payload).ShouldBeFalse();
        mac.Matches(made, id, stream, "person-registered", other, Payload).ShouldBeFalse();
        mac.Matches(made, id, stream, "person-registered", actor, Salt).ShouldBeFalse();
        mac.Matches([], id, stream, "person-registered", actor, Payload).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new ApplicationMac(new byte[31]));
    }
}
