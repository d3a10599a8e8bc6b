using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>What sealing promises (docs/formats/event.md): the same bytes for the same text in the same place, and nothing opens elsewhere.</summary>
public sealed class SealedTests
{
    private static readonly PersonKey Key = new(new("b0000000-0000-4000-8000-000000000001"), new("b0000000-0000-7000-8000-000000000002"), [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    // The vectors were computed by another implementation (Python, cryptography 48.0.0) from the page's words.
    [Theory]
    [InlineData("nationalId", "\"1234567890121\"", "LWPgbWot5RpguM48", "b8mM7NHZoTOqtnqs+8xdw7PbUX/huljR3a6PBWLDYA==")]
    [InlineData("nationalId", "", "KBIx1Irwkvj1riOx", "UZxWyiz1NU+P1uudnv2DXg==")]
    [InlineData("name", "{\"th\":\"\\u0E01\",\"en\":\"A\"}", "gCCnQKatH3A90+Ox", "psdxeiTMrEt7pxYTKAPjngJF2AXrtBBGRTBQot4wcztm3mXm03RaLg==")]
    [InlineData("name", "{\"th\":\"ก\",\"en\":\"A\"}", "WF4M7tNGEstSpQhU", "xvceep4jj/5msjhn1nxUsxPMgLPSkQm01Tw2DksI5bvfgT2jnA==")]
    public void The_bytes_are_those_of_the_format(string field, string text, string nonce, string ciphertext)
    {
        var made = Key.Encrypt("person-registered", field, Encoding.UTF8.GetBytes(text));
        (Convert.ToBase64String(made.Nonce), Convert.ToBase64String(made.Ciphertext)).ShouldBe((nonce, ciphertext));
        Encoding.UTF8.GetString(Key.Decrypt("person-registered", field, made.Nonce, made.Ciphertext)).ShouldBe(text);
    }

    [Fact]
    public void The_same_value_in_the_same_place_seals_to_the_same_and_opens()
    {
        var name = new PersonName("ก", "A");
        var once = Key.Seal<PersonRegistered, PersonName>("name", name);
        once.ShouldBe(Key.Seal<PersonRegistered, PersonName>("name", name));
        (once.Version, once.Person, once.Key, once.Nonce).ShouldBe((1, Key.Person, Key.Id, "gCCnQKatH3A90+Ox"));
        Key.Open<PersonRegistered, PersonName>("name", once).ShouldBe(name);
    }

    [Fact]
    public void Another_text_place_or_key_gives_another_nonce()
    {
        var text = "text"u8.ToArray();
        byte[][] nonces =
        [
            Key.Encrypt("a", "b", text).Nonce, Key.Encrypt("a", "b", "text "u8).Nonce, Key.Encrypt("a", "c", text).Nonce, Key.Encrypt("c", "b", text).Nonce,
            Key.Encrypt("ab", "", text).Nonce, (Key with { Id = Guid.NewGuid() }).Encrypt("a", "b", text).Nonce,
            (Key with { Person = Guid.NewGuid() }).Encrypt("a", "b", text).Nonce, (Key with { Secret = new byte[32] }).Encrypt("a", "b", text).Nonce,
        ];
        nonces.Select(Convert.ToHexString).ShouldBeUnique();
    }

    [Fact]
    public void It_opens_in_no_other_field_or_type_for_no_other_person_and_not_when_changed()
    {
        var value = Key.Seal<PersonRegistered, string>("nationalId", "1234567890121");
        Key.Open<PersonRegistered, string>("nationalId", value).ShouldBe("1234567890121");
        void Refuses(PersonKey key, string field, Sealed<string> changed) => Should.Throw<CryptographicException>(() => key.Open<PersonRegistered, string>(field, changed));
        Refuses(Key, "name", value);
        Refuses(Key with { Person = Guid.NewGuid() }, "nationalId", value);
        Refuses(Key with { Id = Guid.NewGuid() }, "nationalId", value);
        Refuses(Key with { Secret = new byte[32] }, "nationalId", value);
        Refuses(Key, "nationalId", value with { Nonce = Convert.ToBase64String(new byte[12]) });
        Refuses(Key, "nationalId", value with { Ciphertext = Flip(value.Ciphertext, 0) });
        Refuses(Key, "nationalId", value with { Ciphertext = Flip(value.Ciphertext, ^1) });
        Should.Throw<CryptographicException>(() => Key.Open<PostHeld, string>("nationalId", value));
    }

    [Fact]
    public void A_wrapped_key_opens_under_its_own_master_for_its_own_person_only()
    {
        var master = new MasterKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(32));
        var wrapped = master.Wrap(Key);
        master.Unwrap(Key.Person, Key.Id, wrapped).Secret.ShouldBe(Key.Secret);
        Should.Throw<CryptographicException>(() => master.Unwrap(Guid.NewGuid(), Key.Id, wrapped));
        Should.Throw<CryptographicException>(() => master.Unwrap(Key.Person, Guid.NewGuid(), wrapped));
        Should.Throw<CryptographicException>(() => new MasterKey(master.Id, RandomNumberGenerator.GetBytes(32)).Unwrap(Key.Person, Key.Id, wrapped));
        master.Wrap(Key).ShouldNotBe(wrapped, "a wrapping has a random nonce");
    }

    private static string Flip(string base64, Index at)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[at] ^= 1;
        return Convert.ToBase64String(bytes);
    }
}
