using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class CredentialShapesScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private string Path => $"/api/credentials/{demo.Credential}/document";

    [Theory]
    [InlineData("ob3", "application/vc+jwt")]
    [InlineData("sd-jwt", "application/dc+sd-jwt")]
    [InlineData("png", "image/png")]
    [InlineData("pdf", "application/pdf")]
    public async Task A_shape_says_what_the_document_says_and_is_valid(string format, string mediaType)
    {
        using var client = await ClientAsync();
        var trust = TrustList.Parse(await client.GetByteArrayAsync("/api/trust"));
        using var answer = await client.GetAsync($"{Path}?format={format}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        var token = await answer.Content.ReadAsByteArrayAsync();

        var said = Verify.Document(token, trust, null, DateTimeOffset.UtcNow).Content;
        said.ShouldNotBeNull().ShouldBe(Verify.Document(await client.GetByteArrayAsync(Path), trust, null, DateTimeOffset.UtcNow).Content);
        var verdict = await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(token));
        verdict.Json.GetProperty("overall").GetString().ShouldBe("valid", verdict.Text);
    }

    [Fact]
    public async Task A_revoked_credential_s_tokens_are_invalid()
    {
        var credential = await demo.CredentialAsync(71);
        using var client = await ClientAsync();
        var token = await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format=sd-jwt");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        await Eventually.BeAsync(async () => (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(token))).Json.GetProperty("overall").GetString(), "invalid");
    }

    [Fact]
    public async Task Another_format_a_stranger_and_a_credential_that_is_not_there_are_refused()
    {
        (await demo.Host.GetAsync("auditor", $"{Path}?format=docx")).ShouldRefuse(406, "credential.unknown-format");
        foreach (var format in new[] { "ob3", "sd-jwt", "png", "pdf" })
        {
            (await demo.Host.GetAsync("newcomer", $"{Path}?format={format}")).Status.ShouldBe(403);
            (await demo.Host.GetAsync("auditor", $"/api/credentials/{Guid.NewGuid()}/document?format={format}")).ShouldRefuse(404, "credential.missing");
        }
    }

    [Fact]
    public async Task A_badge_s_picture_is_drawn_alike_each_time_and_has_many_colours()
    {
        using var client = await ClientAsync();
        var (first, second) = (await client.GetByteArrayAsync($"{Path}?format=png"), await client.GetByteArrayAsync($"{Path}?format=png"));
        using SkiaSharp.SKBitmap picture = SkiaSharp.SKBitmap.Decode(first), again = SkiaSharp.SKBitmap.Decode(second);
        (picture.Width, picture.Height).ShouldBe((1000, 1000));
        picture.Bytes.AsSpan().SequenceEqual(again.Bytes).ShouldBeTrue();
        picture.Pixels.Distinct().Count().ShouldBeGreaterThan(100);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return client;
    }
}
