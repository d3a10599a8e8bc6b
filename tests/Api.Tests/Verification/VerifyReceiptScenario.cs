using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Receipts;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>Who verifies takes away a signed receipt, which an independent library checks by the key that the ledger publishes.</summary>
public sealed partial class VerifyReceiptScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<byte[]> DocumentAsync()
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{demo.Credential}/document");
    }

    private async Task<string> ReceiptAsync(byte[] document, string query = "")
    {
        var answer = await demo.Host.PostAsync("", $"/api/verify/receipt{query}", new ByteArrayContent(document));
        answer.Status.ShouldBe(200, answer.Text);
        answer.MediaType.ShouldBe("application/verification-receipt+jwt");
        return answer.Text;
    }

    /// <summary>The payload, or why npm jose refuses.</summary>
    private async Task<(bool Accepted, string Said)> JoseAsync(string receipt)
    {
        var folder = Directory.CreateTempSubdirectory("receipt-");
        try
        {
            var (file, did) = (Path.Combine(folder.FullName, "receipt.jwt"), Path.Combine(folder.FullName, "did.json"));
            await File.WriteAllTextAsync(file, receipt);
            await File.WriteAllTextAsync(did, await demo.Host.TextAsync("/.well-known/did.json"));
            var (code, said) = Node.Run("receipt.mjs", file, did);
            return (code == 0, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [Fact]
    public async Task It_says_what_was_asked_and_answered_by_what_and_names_nobody()
    {
        var document = await DocumentAsync();
        var trust = Sha256(Encoding.UTF8.GetBytes(await demo.Host.TextAsync("/api/trust")));
        var (accepted, said) = await JoseAsync(await ReceiptAsync(document));
        accepted.ShouldBeTrue(said);
        var receipt = JsonDocument.Parse(said).RootElement;
        receipt.GetProperty("overall").GetString().ShouldBe("valid");
        receipt.GetProperty("document_sha256").GetString().ShouldBe(Sha256(document));
        receipt.GetProperty("trust_list_sha256").GetString().ShouldBe(trust);
        receipt.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ShouldContain("status.good");
        receipt.GetProperty("log_checkpoint").GetString()!.ShouldStartWith("credentialledger.example/development\n");
        var list = new Uri(receipt.GetProperty("status_list").GetProperty("uri").GetString()!).AbsolutePath;
        receipt.GetProperty("status_list").GetProperty("sha256").GetString().ShouldBe(Sha256(Encoding.UTF8.GetBytes(await demo.Host.TextAsync(list))));
        said.ShouldNotContain("Sommut");
        said.ShouldNotContain("CL-");
    }

    [Fact]
    public async Task It_is_checked_offline_by_the_signed_trust_list_alone()
    {
        var document = await DocumentAsync();
        var receipt = Encoding.ASCII.GetBytes(await ReceiptAsync(document));
        var signed = Encoding.ASCII.GetBytes(await demo.Host.TextAsync("/trust.jwt"));
        var pin = demo.Host.Services.GetRequiredService<LedgerKeyring>().InForce(KeyKind.TrustList, DateTimeOffset.UtcNow).Signs!;
        var keys = TrustKeyChain.Follow(pin, Encoding.ASCII.GetBytes(await demo.Host.TextAsync("/trust-keys.txt")));
        var verdict = ReceiptCheck.Run(receipt, keys.ReceiptKeys(signed), keys.Open(signed, DateTimeOffset.UtcNow), document, DateTimeOffset.UtcNow);
        verdict.Overall.ShouldBe(Overall.Valid, Encoding.UTF8.GetString(verdict.ToJson()));
        verdict.Together.ShouldBe(Overall.Valid);
        verdict.Checks[^1].Code.ShouldBe(ReceiptCodes.LogHolds);
    }

    [Fact]
    public async Task A_changed_one_is_refused()
    {
        var parts = (await ReceiptAsync("<x/>"u8.ToArray())).Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        payload.ShouldContain("\"overall\":\"invalid\"");
        var better = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace("\"overall\":\"invalid\"", "\"overall\":\"valid\"", StringComparison.Ordinal)));
        (await JoseAsync($"{parts[0]}.{better}.{parts[2]}")).ShouldBe((false, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED\n"));
    }

    [Fact]
    public async Task Of_a_day_that_has_gone_it_tells_that_day_and_reads_no_list_of_now()
    {
        var (accepted, said) = await JoseAsync(await ReceiptAsync(await DocumentAsync(), "?at=2020-01-01"));
        accepted.ShouldBeTrue(said);
        var receipt = JsonDocument.Parse(said).RootElement;
        receipt.GetProperty("overall").GetString().ShouldNotBe("valid");
        receipt.GetProperty("as_of").GetInt64().ShouldBe(new DateTimeOffset(2020, 1, 1, 16, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds());
        receipt.GetProperty("status_list").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_cannot_be_verified_has_no_receipt()
    {
        (await demo.Host.PostAsync("", "/api/verify/receipt", new ByteArrayContent([]))).ShouldRefuse(400, "request.no-document");
        (await demo.Host.PostAsync("", "/api/verify/receipt", new ByteArrayContent(new byte[2_000_000]))).ShouldRefuse(413, "request.too-large");
        (await demo.Host.PostAsync("", "/api/verify/receipt?at=2399-01-01", new ByteArrayContent("<x/>"u8.ToArray()))).ShouldRefuse(400, "request.future-moment");
    }

    [Fact]
    public async Task The_page_offers_it_without_a_script_and_gives_back_none_but_its_own()
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await DocumentAsync()), "document", "credential.xml" } };
        var page = WebUtility.HtmlDecode(await (await client.PostAsync("/verify", form)).Content.ReadAsStringAsync());
        var receipt = Field().Match(page).Groups[1].Value;
        (await JoseAsync(receipt)).Accepted.ShouldBeTrue();

        async Task<HttpResponseMessage> Download(string text) => await client.PostAsync("/verify/receipt", new FormUrlEncodedContent([KeyValuePair.Create("receipt", text)]));
        using var file = await Download(receipt);
        (await file.Content.ReadAsStringAsync()).ShouldBe(receipt);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        foreach (var foreign in (string[])["", "a.b.c", receipt[..^4] + "AAAA", receipt + ".x", "<script>", new string('x', 100_000)]) (await Download(foreign)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [GeneratedRegex("name=\"receipt\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
