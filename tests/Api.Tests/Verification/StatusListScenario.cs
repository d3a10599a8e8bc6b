using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>Status lists in both formats are published soon after a revocation, can be cached, and are kept as of each date.</summary>
public sealed class StatusListScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string List = "/status/CB-DIGITAL/1";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_revocation_is_in_both_lists_within_five_seconds_and_the_list_of_before_is_kept()
    {
        var host = demo.Host;
        var credential = await demo.CredentialAsync(1);
        var place = await PlaceAsync(credential);
        await Eventually.BeAsync(async () => (int)(await host.FetchAsync(List)).StatusCode, 200);
        (await host.JoseAsync(await host.TextAsync(List), "CB-DIGITAL", place)).ShouldBe(0);
        var before = await host.TextAsync(List);
        await NextSecondAsync(before);

        (await host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        var recorded = DateTimeOffset.UtcNow;
        await Eventually.BeAsync(async () => await host.JoseAsync(await host.TextAsync(List), "CB-DIGITAL", place), 1);
        var published = DateTimeOffset.FromUnixTimeSeconds(IssuedAt(await host.TextAsync(List)));
        (published - recorded).ShouldBeLessThan(Soon);

        (await host.JoseAsync(await host.TextAsync(List + "/revocation"), "CB-DIGITAL", place)).ShouldBe(1);
        (await host.JoseAsync(await host.TextAsync(List + "/suspension"), "CB-DIGITAL", place)).ShouldBe(0);
        foreach (var path in (string[])[$"{List}?at={Second(before)}", $"{List}?time={IssuedAt(before)}", $"{List}/revocation?at={Second(before)}", $"{List}/revocation?timestamp={Second(before)}"])
            (await host.JoseAsync(await host.TextAsync(path), "CB-DIGITAL", place)).ShouldBe(0, path);
    }

    [Fact]
    public async Task A_suspension_is_told_by_both_formats_apart_from_a_revocation_until_it_ends()
    {
        var host = demo.Host;
        var credential = await demo.CredentialAsync(2);
        var place = await PlaceAsync(credential);
        using var client = host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"/api/credentials/{credential}/document");
        async Task<string> ToldAsync() => (await host.PostAsync("", "/api/verify", new ByteArrayContent(document))).Json.GetProperty("checks").EnumerateArray()
            .Single(c => c.GetProperty("name").GetString() == "status").GetProperty("code").GetString()!;

        (await host.PostAsync("revoker", $"/api/credentials/{credential}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        var recorded = DateTimeOffset.UtcNow;
        await Eventually.BeAsync(async () => await host.JoseAsync(await host.TextAsync(List), "CB-DIGITAL", place), 2);
        (DateTimeOffset.FromUnixTimeSeconds(IssuedAt(await host.TextAsync(List))) - recorded).ShouldBeLessThan(Soon);
        (await host.JoseAsync(await host.TextAsync(List + "/suspension"), "CB-DIGITAL", place)).ShouldBe(1);
        (await host.JoseAsync(await host.TextAsync(List + "/revocation"), "CB-DIGITAL", place)).ShouldBe(0);
        (await ToldAsync()).ShouldBe("status.suspended");
        var suspended = await host.TextAsync(List);
        await NextSecondAsync(suspended);

        (await host.PostAsync("revoker", $"/api/credentials/{credential}/reinstatement", new { })).ShouldRecord(1);
        await Eventually.BeAsync(async () => await host.JoseAsync(await host.TextAsync(List), "CB-DIGITAL", place), 0);
        (await ToldAsync()).ShouldBe("status.good");
        foreach (var (path, value) in new[] { (List, 2), (List + "/suspension", 1) })
            (await host.JoseAsync(await host.TextAsync($"{path}?at={Second(suspended)}"), "CB-DIGITAL", place)).ShouldBe(value, path);
    }

    [Fact]
    public async Task A_list_can_be_cached_and_asked_for_again_by_its_digest()
    {
        foreach (var (path, type) in new[] { (List, "application/statuslist+jwt"), (List + "/revocation", "application/vc+jwt"), (List + "/suspension", "application/vc+jwt") })
        {
            await Eventually.BeAsync(async () => (int)(await demo.Host.FetchAsync(path)).StatusCode, 200);
            using var first = await demo.Host.FetchAsync(path);
            first.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
            using var again = await demo.Host.FetchAsync(path, first.Headers.ETag!.Tag);
            // Another scenario may have had the list published meanwhile.
            if (again.Headers.ETag!.Tag == first.Headers.ETag.Tag) ((int)again.StatusCode).ShouldBe(304, path);
        }
    }

    [Theory]
    [InlineData(List + "?at=1999-01-01", 404, "status-list.missing")]
    [InlineData(List + "?at=2399-01-01", 400, "request.future-moment")]
    [InlineData(List + "?at=2569-01-01", 400, "request.malformed-moment")]
    [InlineData(List + "?time=915148800", 404, "status-list.missing")]
    [InlineData(List + "?time=4294967295", 400, "request.future-moment")]
    [InlineData(List + "?time=4294967296", 400, "request.malformed-seconds")]
    [InlineData(List + "?time=-1", 400, "request.malformed-seconds")]
    [InlineData(List + "?time=2026-01-01", 400, "request.malformed-seconds")]
    [InlineData(List + "?time=1767225600&at=2026-01-01", 400, "request.several-moments")]
    [InlineData(List + "?time=1767225600%00", 400, "request.malformed-seconds")]
    [InlineData(List + "/revocation?timestamp=1999-01-01T00:00:00Z", 404, "status-list.missing")]
    [InlineData(List + "/suspension?timestamp=1767225600", 400, "request.malformed-moment")]
    [InlineData("/status/CB-DIGITAL/2", 404, "status-list.missing")]
    [InlineData("/status/NOBODY/1/revocation", 404, "status-list.missing")]
    [InlineData("/status/..%2F..%2Fkeys/1?at=2026-01-01", 404, "status-list.missing")]
    public async Task What_is_not_there_is_told(string path, int status, string code) => (await demo.Host.GetAsync("", path)).ShouldRefuse(status, code);

    private static long IssuedAt(string token) => Published.Payload(token).GetProperty("iat").GetInt64();

    // When a list was issued, as a moment of an address.
    private static string Second(string token) => Uri.EscapeDataString(DateTimeOffset.FromUnixTimeSeconds(IssuedAt(token))
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    // The file names are whole seconds: what comes next has another.
    private static Task NextSecondAsync(string token)
    {
        var second = IssuedAt(token);
        return Eventually.BeAsync(() => Task.FromResult(DateTimeOffset.UtcNow.ToUnixTimeSeconds() > second), true);
    }

    private async Task<long> PlaceAsync(Guid credential)
    {
        await using var command = demo.Host.Database.CreateCommand("select status_index from documents.credentials where credential = $1");
        command.Parameters.Add(new() { Value = credential });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
