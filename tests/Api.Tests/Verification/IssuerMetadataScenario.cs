using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>An issuer's keys are found by every way that others use, as they were registered; a stolen one is no longer vouched for.</summary>
public sealed class IssuerMetadataScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Issuer = "CB-DIGITAL", Address = "http://127.0.0.1:5080/issuers/CB-DIGITAL", Did = "did:web:127.0.0.1%3A5080:issuers:CB-DIGITAL";

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await demo.Host.TextAsync(path)).RootElement;

    [Fact]
    public async Task Every_way_leads_to_the_registered_key()
    {
        var held = await demo.Host.HeldAsync(Issuer);
        var jwk = (await JsonAsync($"/issuers/{Issuer}/jwks.json")).GetProperty("keys").EnumerateArray().Single(k => k.GetProperty("kid").GetString() == held.Key);
        Convert.ToHexStringLower(SHA256.HashData(jwk.GetProperty("x5c")[0].GetBytesFromBase64())).ShouldBe(held.Certificate);
        jwk.TryGetProperty("d", out _).ShouldBeFalse();

        var metadata = await JsonAsync($"/.well-known/jwt-vc-issuer/issuers/{Issuer}");
        metadata.GetProperty("issuer").GetString().ShouldBe(Address);
        metadata.GetProperty("jwks").GetProperty("keys")[0].GetProperty("x").GetString().ShouldBe(jwk.GetProperty("x").GetString());

        var document = await JsonAsync($"/issuers/{Issuer}/did.json");
        document.GetProperty("id").GetString().ShouldBe(Did);
        var method = document.GetProperty("verificationMethod").EnumerateArray().Single(m => m.GetProperty("id").GetString() == $"{Did}#{held.Key}");
        method.GetProperty("publicKeyJwk").GetProperty("x").GetString().ShouldBe(jwk.GetProperty("x").GetString());
        document.GetProperty("assertionMethod").EnumerateArray().Select(a => a.GetString()).ShouldContain($"{Did}#{held.Key}");

        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(await demo.Host.TextAsync($"/issuers/{Issuer}/chain.pem"));
        Convert.ToHexStringLower(SHA256.HashData(chain[0].RawData)).ShouldBe(held.Certificate);
    }

    [Fact]
    public async Task The_signed_trust_list_opens_with_the_key_of_the_ledger_and_tells_each_key_with_its_history()
    {
        var jwk = (await JsonAsync("/.well-known/did.json")).GetProperty("verificationMethod")[0].GetProperty("publicKeyJwk");
        byte[] Number(string name) => System.Buffers.Text.Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Number("x"), Y = Number("y") } });
        var token = await demo.Host.TextAsync("/trust.jwt");
        var trust = SignedTrustList.Open(Encoding.ASCII.GetBytes(token), key, DateTimeOffset.UtcNow);
        trust.Issuers.Select(i => i.Code).ShouldContain(Issuer);

        var organisation = Published.Payload(token).GetProperty("organisations").EnumerateArray().Single(o => o.GetProperty("code").GetString() == Issuer);
        organisation.GetProperty("did").GetString().ShouldBe(Did);
        var service = organisation.GetProperty("services")[0];
        service.GetProperty("status").GetString().ShouldBe("in-force");
        service.GetProperty("history")[0].GetProperty("status").GetString().ShouldBe("in-force");

        var past = SignedTrustList.Open(Encoding.ASCII.GetBytes(await demo.Host.TextAsync("/trust.jwt?at=2020-01-01")), key, DateTimeOffset.UtcNow);
        past.Issuers.Single(i => i.Code == Issuer).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stolen_key_leaves_the_key_set_and_stays_in_the_did_document_as_revoked()
    {
        var issuers = (await demo.Host.GetAsync("newcomer", "/api/signing-keys")).Json.GetProperty("registered").EnumerateArray().Select(k => k.GetProperty("organisation").GetString()).ToArray();
        var other = issuers.First(code => code != Issuer)!;
        var held = await demo.Host.HeldAsync(other);
        (await JsonAsync($"/issuers/{other}/jwks.json")).GetProperty("keys").GetArrayLength().ShouldBe(1);
        (await demo.Host.PostAsync("accreditor", $"/api/signing-keys/{held.Key}/compromise", new { from = SigningKeys.Day(0), reference = "T-1" })).ShouldRecord(1);
        (await JsonAsync($"/issuers/{other}/jwks.json")).GetProperty("keys").GetArrayLength().ShouldBe(0);
        var document = await JsonAsync($"/issuers/{other}/did.json");
        document.GetProperty("assertionMethod").GetArrayLength().ShouldBe(0);
        document.GetProperty("verificationMethod")[0].GetProperty("revoked").GetString().ShouldEndWith("Z");
        (await demo.Host.TextAsync($"/issuers/{other}/chain.pem")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/issuers/NOBODY/jwks.json")]
    [InlineData("/issuers/NOBODY/did.json")]
    [InlineData("/issuers/NOBODY/chain.pem")]
    [InlineData("/.well-known/jwt-vc-issuer/issuers/NOBODY")]
    [InlineData("/issuers/..%2F..%2Fkeys/chain.pem")]
    public async Task Nobody_else_has_metadata(string path) => (await demo.Host.GetAsync("", path)).ShouldRefuse(404, "issuer.missing");
}
