using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CsCheck;

namespace CredentialLedger.Domain.Tests.Kernel;

/// <summary>Derived ids are a storage format: these vectors were computed apart from the code (Python's hashlib) and never change.</summary>
public class IdsSpec
{
    private static readonly Guid Scheme = new("00000001-0000-4000-8000-000000000001"), Person = new("00000001-0000-4000-8000-000000000002");
    private static readonly Guid Result = new("00000001-0000-4000-8000-000000000003"), OtherResult = new("00000001-0000-4000-8000-000000000004");
    private static readonly Guid Completion = new("00000001-0000-4000-8000-000000000005");
    private static readonly Guid TheDecision = new("63276294-5ac9-8f00-9a68-9d35d8cb8d69");

    [Theory]
    [InlineData("4660b84b-9384-86da-9af1-79fc486ad3a3", "framework")]
    [InlineData("cb74419c-b98a-813a-b778-bf24305b304e", "framework", "")]
    [InlineData("d9bad1b4-a07a-889a-9b13-4681d5ae9850", "framework", "TPQI-2560")]
    [InlineData("ad2b061c-82d2-8b54-8876-c650c60cad01", "k", "หน่วย")]
    public void A_kind_and_its_keys_always_give_the_same_id(string id, string kind, params string[] keys) =>
        Ids.Derive(kind, keys).ShouldBe(new Guid(id));

    [Fact]
    public void Where_one_key_ends_and_the_next_begins_counts()
    {
        Ids.Derive("k", "ab", "c").ShouldBe(new Guid("fc84f43d-1061-8f7a-bdd2-ced9b2d522ba"));
        Ids.Derive("k", "a", "bc").ShouldBe(new Guid("b9b8bf6f-df8b-8f16-916b-72fd6782d165"));
    }

    [Fact]
    public void A_framework_version_has_its_vector() => FrameworkVersion.IdOf("TPQI-2560").ShouldBe(new Guid("d9bad1b4-a07a-889a-9b13-4681d5ae9850"));

    [Fact]
    public void A_decision_has_its_vector_in_whatever_order_the_evidence_comes()
    {
        Decision.IdOf(Scheme, Person, [Result, OtherResult], [Completion]).ShouldBe(TheDecision);
        Decision.IdOf(Scheme, Person, [OtherResult, Result], [Completion]).ShouldBe(TheDecision);
    }

    [Fact]
    public void A_credential_has_its_vector() => Credential.IdOf(TheDecision).ShouldBe(new Guid("251a47bc-56f3-80e0-8c6f-0bbadb0c0b2a"));

    [Fact]
    public void An_id_is_a_key_in_lower_case_with_hyphens() =>
        new Guid("ABCDEF01-0000-4000-8000-00000000000F").Key().ShouldBe("abcdef01-0000-4000-8000-00000000000f");

    [Fact]
    public void Every_id_is_a_version_8_uuid_of_the_rfc_variant() =>
        Gen.Select(Gen.String, Gen.String.Array[0, 3]).Sample((kind, keys) =>
        {
            var id = Ids.Derive(kind, keys);
            id.Version.ShouldBe(8);
            (id.Variant & 0b1100).ShouldBe(0b1000);
        });

    [Fact]
    public void Other_keys_give_another_id()
    {
        var words = Gen.String[Gen.Char["ab"], 0, 2].Array[0, 3];
        Gen.Select(words, words).Sample((a, b) => (Ids.Derive("k", a) == Ids.Derive("k", b)).ShouldBe(a.SequenceEqual(b)));
    }
}
