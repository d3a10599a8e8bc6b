using System.Net;
using System.Text;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>Anybody sends a file to the public page and reads one answer, without an account, a cookie or a script.</summary>
public sealed class VerifyPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<byte[]> DocumentAsync(Guid credential)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{credential}/document");
    }

    private async Task<(int Status, string Text, bool Cookie)> SendAsync(byte[]? document, string at = "", bool english = true)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (english) client.DefaultRequestHeaders.Add("Cookie", "ledger-language=en");
        using var form = new MultipartFormDataContent { { new StringContent(at), "at" } };
        if (document is not null) form.Add(new ByteArrayContent(document), "document", "credential.xml");
        using var answer = await client.PostAsync("/verify", form);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_good_document_is_valid_and_says_who_what_and_by_whom()
    {
        var (status, text, cookie) = await SendAsync(await DocumentAsync(demo.Credential));
        (status, cookie).ShouldBe((200, false));
        text.ShouldContain("This credential is valid.");
        text.ShouldContain("Sommut Jaidee");
        text.ShouldContain("status.good");
        text.ShouldContain("accredited as a certification body");
        text.ShouldNotContain("What you can do:");
        (await SendAsync(await DocumentAsync(demo.Credential), english: false)).Text.ShouldContain("ผลการตรวจทีละข้อ");
    }

    [Fact]
    public async Task A_changed_document_is_not_and_shows_nothing_of_what_it_says()
    {
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await DocumentAsync(demo.Credential)).Replace("Sommut", "Summot", StringComparison.Ordinal));
        var (status, text, _) = await SendAsync(changed);
        status.ShouldBe(200);
        text.ShouldContain("This credential is NOT valid.");
        text.ShouldContain("integrity.digest");
        text.ShouldContain("Ask the holder for the file exactly as it was given out");
        text.ShouldNotContain("Summot");
    }

    [Fact]
    public async Task As_of_a_day_before_it_was_issued_it_was_not_valid_and_what_became_known_since_is_told_apart()
    {
        var (status, text, _) = await SendAsync(await DocumentAsync(demo.Credential), "2020-01-01");
        status.ShouldBe(200);
        text.ShouldNotContain("This credential is valid.");
        text.ShouldContain("As of 1 January 2020");
        text.IndexOf("Check by check", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("What has become known since", StringComparison.Ordinal));
        text.ShouldContain("By what is known today, the answer about that day is:");
    }

    [Theory]
    [InlineData(null, "", "Choose the file of the credential first.")]
    [InlineData("<x/>", "yesterday", "Choose a day of the calendar")]
    [InlineData("<x/>", "2569-11-24", "Choose a day of the calendar")]
    public async Task What_cannot_be_answered_is_told_beside_the_form(string? document, string at, string sentence)
    {
        var (status, text, _) = await SendAsync(document is null ? null : Encoding.UTF8.GetBytes(document), at);
        status.ShouldBe(422);
        text.ShouldContain("role=\"alert\"");
        text.ShouldContain("name=\"document\"");
        text.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_a_page()
    {
        var (status, text, _) = await SendAsync(new byte[2_000_000]);
        status.ShouldBe(413);
        text.ShouldContain("<h1>");
    }
}
