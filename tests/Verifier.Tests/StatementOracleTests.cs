using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>npm jose accepts a signed statement by the key set of who signed it, and refuses a changed one; so do we.</summary>
public sealed class StatementOracleTests : IDisposable
{
    private const string Type = "equivalence+jwt";

    private readonly string folder = Directory.CreateTempSubdirectory("statement-oracle-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<bool> Curves => [true, false];

    private static JsonObject Claims => new() { ["organisation"] = "BODY", ["months"] = 36, ["qualification"] = new JsonObject { ["title_th"] = "ใบรับรอง", ["title_en"] = "A \"certificate\" & more" } };

    private static TestKey Key(bool curve) => curve ? TestKeys.BodyA : TestKeys.BodyB;

    private static string Token(TestKey key, bool curve) => SignedStatement.Write(Type, Claims, key.Id, curve, SignedStatement.Sign(Type, Claims, key.Issuer()));

    [Theory, MemberData(nameof(Curves))]
    public void What_is_signed_is_accepted_and_says_the_same_in_canonical_form(bool curve)
    {
        var token = Token(Key(curve), curve);
        SignedStatement.IsSignedBy(token, Type, Key(curve).Certificate).ShouldBeTrue();
        var (code, said) = Ask(token);
        code.ShouldBe(0, said);
        said.ShouldBe("""{"months":36,"organisation":"BODY","qualification":{"title_en":"A \"certificate\" & more","title_th":"ใบรับรอง"}}""" + "\n");
    }

    [Fact]
    public void What_was_changed_is_refused()
    {
        var (key, other) = (TestKeys.BodyA, TestKeys.BodyB);
        var parts = Token(key, true).Split('.');
        string[] changed =
        [
            $"{parts[0]}.{Encoded("""{"months":120,"organisation":"BODY"}""")}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            SignedStatement.Write(Type, Claims, other.Id, false, parts[2]),
            SignedStatement.Write("other+jwt", Claims, key.Id, true, parts[2]),
            $"{Encoded($$"""{"alg":"none","kid":"{{key.Id}}","typ":"{{Type}}"}""")}.{parts[1]}.",
        ];
        foreach (var token in changed)
        {
            SignedStatement.IsSignedBy(token, Type, key.Certificate).ShouldBeFalse(token);
            Ask(token).Code.ShouldBe(1, token);
        }
    }

    [Fact]
    public void A_statement_of_one_type_is_none_of_another()
    {
        var token = SignedStatement.Write("other+jwt", Claims, TestKeys.BodyA.Id, true, SignedStatement.Sign("other+jwt", Claims, TestKeys.BodyA.Issuer()));
        SignedStatement.IsSignedBy(token, Type, TestKeys.BodyA.Certificate).ShouldBeFalse();
        Ask(token).ShouldBe((1, "another kind of token\n"));
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private (int Code, string Said) Ask(string token)
    {
        var (file, keys) = (Path.Combine(folder, "token"), Path.Combine(folder, "jwks.json"));
        File.WriteAllText(file, token);
        File.WriteAllText(keys, JsonSerializer.Serialize(new { keys = new[] { JwksOf.Key(TestKeys.BodyA), JwksOf.Key(TestKeys.BodyB) } }));
        return Node.Run("statement.mjs", file, keys);
    }
}
