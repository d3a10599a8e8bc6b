using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Verification;

public sealed class VerifyDocumentScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<Answer> VerifyAsync(byte[] document, string query = "")
    {
        var answer = await demo.Host.PostAsync("", $"/api/verify{query}", new ByteArrayContent(document));
        answer.Status.ShouldBe(200, answer.Text);
        return answer;
    }

    private async Task<byte[]> DocumentAsync(Guid credential)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{credential}/document");
    }

    private static string Overall(Answer answer) => answer.Json.GetProperty("overall").GetString()!;

    [Fact]
    public async Task A_good_document_is_valid_for_anybody_sent_raw_or_as_a_form()
    {
        var document = await DocumentAsync(demo.Credential);
        Overall(await VerifyAsync(document)).ShouldBe("valid");
        var form = new MultipartFormDataContent { { new ByteArrayContent(document), "document", "credential.xml" } };
        Overall(await demo.Host.PostAsync("", "/api/verify", form)).ShouldBe("valid");
        Overall(await VerifyAsync(document, "?at=2020-01-01")).ShouldNotBe("valid");
    }

    [Fact]
    public async Task A_changed_document_is_invalid_and_rubbish_is_told_apart()
    {
        var document = await DocumentAsync(demo.Credential);
        var changed = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(document).Replace("Sommut", "Summot", StringComparison.Ordinal));
        Overall(await VerifyAsync(changed)).ShouldBe("invalid");
        Overall(await VerifyAsync("<x/>"u8.ToArray())).ShouldBe("invalid");
        (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent([]))).ShouldRefuse(400, "request.no-document");
        (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(new byte[2_000_000]))).ShouldRefuse(413, "request.too-large");
        (await demo.Host.PostAsync("", "/api/verify?at=yesterday", new ByteArrayContent(document))).ShouldRefuse(400, "request.malformed-moment");
    }

    [Theory]
    [InlineData("/api/verify", "gzip", 415)]
    [InlineData("/api/verify/receipt", "br", 415)]
    [InlineData("/api/verify/batch", "gzip", 415)]
    [InlineData("/api/verify/number", "gzip", 415)]
    [InlineData("/verify", "identity, gzip", 415)]
    [InlineData("/api/verify", "identity", 200)]
    public async Task A_body_in_a_coding_that_nobody_here_reads_is_refused_and_not_called_invalid(string path, string coding, int status)
    {
        var content = new ByteArrayContent(await DocumentAsync(demo.Credential));
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        var answer = await demo.Host.PostAsync("", path, content);
        if (status == 200) Overall(answer).ShouldBe("valid");
        else answer.ShouldRefuse(status, "request.encoded");
    }

    [Fact]
    public async Task A_revoked_credential_is_invalid_as_soon_as_its_list_is_published()
    {
        var credential = await demo.CredentialAsync(1);
        var document = await DocumentAsync(credential);
        Overall(await VerifyAsync(document)).ShouldBe("valid");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        await Eventually.BeAsync(async () => Overall(await VerifyAsync(document)), "invalid");
    }
}
