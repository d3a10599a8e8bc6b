using System.Net;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Works;

namespace CredentialLedger.Api.Tests.Works;

public sealed class KeepPictureScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly byte[] Good = MarkPictures.Png();

    [Fact]
    public async Task The_owner_brings_the_registered_picture_any_number_of_times_and_it_is_shown_byte_for_byte()
    {
        var picture = $"{await demo.Host.LogoAsync(Good)}/picture";
        (await demo.Host.GetAsync("auditor", picture)).ShouldRefuse(404, "picture.missing");
        var before = await demo.Host.EventsAsync();
        (await PutAsync(picture, Good)).ShouldRecord(0);
        (await PutAsync(picture, Good)).ShouldRecord(0);
        (await demo.Host.EventsAsync()).ShouldBe(before);

        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        using var shown = await client.GetAsync(picture);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Good);
        using var stranger = demo.Host.App.Server.CreateClient();
        (await stranger.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Many_at_once_are_all_answered_alike()
    {
        var png = MarkPictures.Png(64, 48);
        var picture = $"{await demo.Host.LogoAsync(png)}/picture";
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(picture, png)))) answer.ShouldRecord(0);
        (await demo.Host.GetAsync("auditor", picture)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Another_file_another_party_a_missing_duty_an_unknown_work_and_one_without_a_digest_are_refused()
    {
        var picture = $"{await demo.Host.LogoAsync(Good)}/picture";
        (await PutAsync(picture, MarkPictures.Png(65))).ShouldRefuse(422, "picture.other-file");
        (await PutAsync(picture, Good, "work-officer-ega")).ShouldRefuse(403, "work.not-the-owner");
        (await PutAsync(picture, Good, "issuer")).ShouldRefuse(403, "identity.duty-missing");
        (await PutAsync(picture, [])).ShouldRefuse(422, "picture.not-png");
        (await PutAsync(picture, new byte[2 * 1024 * 1024])).Status.ShouldBe(413);
        (await PutAsync($"/api/works/{Guid.NewGuid()}/picture", Good)).ShouldRefuse(404, "work.missing");
        (await PutAsync($"{await demo.Host.LogoAsync()}/picture", Good)).ShouldRefuse(409, "picture.no-file");
        (await demo.Host.GetAsync("auditor", $"/api/works/{Guid.NewGuid()}/picture")).ShouldRefuse(404, "work.missing");
    }

    [Fact]
    public async Task What_was_registered_may_still_be_no_picture()
    {
        byte[] heavy = [.. Good[..^12], .. new byte[110 * 1024], .. Good[^12..]], damaged = [.. Good];
        damaged[^20] ^= 1;
        foreach (var (file, code) in new (byte[], string)[]
        {
            (heavy, "picture.too-large"), (Good[..^1], "picture.not-png"), ([.. Good, 0], "picture.not-png"), ([.. Good, .. Good], "picture.not-png"), (damaged, "picture.not-png"),
            ("GIF89a"u8.ToArray(), "picture.not-png"), (MarkPictures.Jpeg(), "picture.not-png"), (MarkPictures.Png(31), "picture.bad-size"), (MarkPictures.Png(40, 801), "picture.bad-size"),
        })
            (await PutAsync($"{await demo.Host.LogoAsync(file)}/picture", file)).ShouldRefuse(422, code);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_very_much_is_refused_by_its_header() =>
        PictureFile.Refusal(MarkPictures.Claiming(60_000, 60_000)).ShouldBe(PictureFile.BadSize);

    private Task<Answer> PutAsync(string picture, byte[] file, string @as = "work-officer-tpqi") => demo.Host.PutAsync(@as, picture, new ByteArrayContent(file));
}
