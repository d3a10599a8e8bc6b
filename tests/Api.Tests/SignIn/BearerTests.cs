using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.IdentityModel.Tokens;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>Which bearer tokens the API takes, from a provider that signs whatever a test wants.</summary>
public sealed class BearerTests(FakeProviderLedger ledger) : IClassFixture<FakeProviderLedger>
{
    private FakeProvider Provider => ledger.Provider;

    private async Task ShouldBeRefusedAsync(string token, string because)
    {
        var before = await ledger.Host.EventsAsync();
        var (status, text, challenge) = await ledger.PutAsync(token);
        status.ShouldBe(401, $"{because}: {text}");
        text.ShouldContain("identity.invalid-token", Case.Sensitive, because);
        challenge.ShouldBe("Bearer error=\"invalid_token\"", because);
        (await ledger.Host.EventsAsync()).ShouldBe(before, because);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task A_good_token_is_taken(string algorithm) =>
        (await ledger.PutAsync(Provider.Token(d => d.SigningCredentials = new(Provider.Keys[^1], algorithm)))).Status.ShouldBe(201);

    [Fact]
    public async Task A_token_that_calls_itself_only_JWT_is_taken_too() => (await ledger.PutAsync(Provider.Token(d => d.TokenType = "JWT"))).Status.ShouldBe(201);

    public static TheoryData<string> Spoilt => [.. Spoils.Keys];

    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Spoils = new()
    {
        ["another audience"] = d => d.Audience = "another-api",
        ["no audience"] = d => d.Audience = null,
        ["another issuer"] = d => d.Issuer = "https://other.example",
        ["the issuer with something behind it"] = d => d.Issuer = FakeProvider.Issuer + ".evil.example",
        ["expired"] = d => (d.NotBefore, d.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddSeconds(-40)),
        ["without an end"] = d => d.Expires = null,
        ["not valid yet"] = d => (d.NotBefore, d.Expires) = (DateTime.UtcNow.AddSeconds(40), DateTime.UtcNow.AddHours(1)),
        ["signed by nobody"] = d => d.SigningCredentials = null,
        ["another type"] = d => d.TokenType = "logout+jwt",
        ["another algorithm"] = d => d.SigningCredentials = new(d.SigningCredentials!.Key, SecurityAlgorithms.RsaSha512),
        ["a key of an unknown id"] = d => d.SigningCredentials = new(FakeProvider.NewKey("unknown"), SecurityAlgorithms.RsaSha256),
        ["a foreign key of the known id"] = d => d.SigningCredentials = new(FakeProvider.NewKey("one"), SecurityAlgorithms.RsaSha256),
        ["a foreign key of no id"] = d => d.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256),
        ["a shared secret"] = d => d.SigningCredentials = new(new SymmetricSecurityKey(new byte[32]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256),
    };

    [Theory, MemberData(nameof(Spoilt))]
    public Task A_spoilt_token_is_refused_and_nothing_is_recorded(string how) => ShouldBeRefusedAsync(Provider.Token(Spoils[how]), how);

    [Theory]
    [InlineData("nonce")]
    [InlineData("at_hash")]
    [InlineData("c_hash")]
    public Task An_id_token_is_no_access_token_even_for_the_same_audience(string claim) =>
        ShouldBeRefusedAsync(Provider.Token(d => d.TokenType = "JWT", c => c[claim] = "x"), claim);

    [Fact]
    public async Task An_HS256_signature_with_the_public_key_is_refused()
    {
        var rsa = Provider.Keys[0].Rsa;
        foreach (var secret in (byte[][])[rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey(), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem() + "\n")])
        {
            var signed = Resigned(Provider.Token(), """{"alg":"HS256","typ":"at+jwt","kid":"one"}""");
            await ShouldBeRefusedAsync($"{signed}.{Url(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}", "HS256");
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task No_signature_is_no_signature_whatever_its_spelling(string none)
    {
        var token = Provider.Token();
        var unsigned = Resigned(token, $$"""{"alg":"{{none}}","typ":"at+jwt","kid":"one"}""");
        await ShouldBeRefusedAsync($"{unsigned}.", none);
        await ShouldBeRefusedAsync($"{unsigned}.{token.Split('.')[2]}", none);
    }

    [Fact]
    public async Task What_was_changed_cut_or_made_up_is_refused()
    {
        var token = Provider.Token();
        var parts = token.Split('.');
        var other = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Base64UrlEncoder.Decode(parts[1]))!;
        other["sub"] = JsonSerializer.SerializeToElement("d0000000-0000-4000-8000-000000000001");
        var changed = $"{parts[0]}.{Url(JsonSerializer.SerializeToUtf8Bytes(other))}.{parts[2]}";
        foreach (var bad in (string[])[changed, token[..^20], token[..^1], $"{parts[0]}.{parts[1]}", $"{token}.x", "x", "..", "ก", "a.b.c", "a.b.c.d.e", new string('a', 100_000), $"{parts[0]}.{new string('A', 100_000)}.{parts[2]}"])
            await ShouldBeRefusedAsync(bad, bad[..Math.Min(30, bad.Length)]);
        await ShouldBeRefusedAsync(Provider.Token(claims: c => c["x"] = new string('x', 100_000)), "100 kB, well signed");
    }

    [Fact]
    public async Task Another_scheme_is_no_token()
    {
        using var client = ledger.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("hr-officer:development"u8));
        using var answer = await client.GetAsync("/api/frameworks");
        ((int)answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()).ShouldBe((401, "Bearer"));
    }

    private static string Resigned(string token, string header) => $"{Url(Encoding.UTF8.GetBytes(header))}.{token.Split('.')[1]}";

    private static string Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
