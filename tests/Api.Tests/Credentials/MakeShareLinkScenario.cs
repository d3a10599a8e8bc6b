using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class MakeShareLinkScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Name = "Sommut Jaidee";

    [Fact]
    public async Task A_holder_makes_a_link_once_and_nobody_else_makes_or_sees_it()
    {
        var path = $"{ShareLinks.Own}/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("holder", path, demo.LinkBody("least"))).ShouldRecord(1);
        (await demo.Host.PutAsync("holder", path, demo.LinkBody("least"))).ShouldRecord(0);
        (await demo.Host.PutAsync("holder", path, demo.LinkBody("document"))).ShouldRefuse(409, "share-link.already-made");
        (await demo.Host.PutAsync("holder", $"{ShareLinks.Own}/{Guid.NewGuid()}", demo.LinkBody("least", -1))).ShouldRefuse(422, "share-link.bad-period");
        (await demo.Host.PutAsync("holder", $"{ShareLinks.Own}/{Guid.NewGuid()}", demo.LinkBody("least", 367))).ShouldRefuse(422, "share-link.bad-period");
        (await demo.Host.PutAsync("holder-2", $"/api/people/{DemoLedger.Trainee}/share-links/{Guid.NewGuid()}", demo.LinkBody("least"))).ShouldRefuse(404, "credential.missing");
        foreach (var other in (string[])["holder-2", "auditor", "issuer", "hr-officer"])
        {
            (await demo.Host.PutAsync(other, $"{ShareLinks.Own}/{Guid.NewGuid()}", demo.LinkBody("least"))).ShouldRefuse(403, "identity.duty-missing");
            (await demo.Host.GetAsync(other, ShareLinks.Own)).ShouldRefuse(403, "identity.duty-missing");
        }
    }

    [Fact]
    public async Task Opening_the_address_shows_nothing_and_is_no_look_and_the_button_is_one()
    {
        var link = await demo.LinkAsync("least");
        var secret = await demo.SecretAsync(link);
        var (status, text) = await demo.StrangerAsync($"/verify/link?t={secret}");
        status.ShouldBe(200);
        text.ShouldNotContain("This credential is valid.");
        (await demo.SeenAsync(link)).GetProperty("looks").GetArrayLength().ShouldBe(0);

        (status, text) = await demo.StrangerAsync("/verify/link", ("t", secret), ("looker", "บริษัท ตัวอย่าง จำกัด"), ("at", ""));
        (status, text.Contains("This credential is valid.")).ShouldBe((200, true));
        text.ShouldNotContain(Name);
        text.ShouldNotContain("/verify/link/document");
        (await demo.StrangerAsync("/verify/link", ("t", secret))).Status.ShouldBe(200);
        var looks = (await demo.SeenAsync(link)).GetProperty("looks").EnumerateArray().ToArray();
        looks.Select(l => l.TryGetProperty("looker", out var looker) ? looker.GetString() : null).ShouldBe(["บริษัท ตัวอย่าง จำกัด", null]);
        var accesses = (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/accesses")).Json.GetProperty("entries").EnumerateArray();
        accesses.Count(a => a.GetProperty("view").GetString() == "share-link" && a.GetProperty("resource").GetGuid() == link).ShouldBe(2);
    }

    [Fact]
    public async Task With_more_scope_it_shows_the_name_and_gives_the_document()
    {
        var name = await demo.SecretAsync(await demo.LinkAsync("name"));
        var whole = await demo.SecretAsync(await demo.LinkAsync("document"));
        (await demo.StrangerAsync("/verify/link", ("t", name))).Text.ShouldContain(Name);
        (await demo.StrangerAsync("/verify/link/document", ("t", name))).Status.ShouldBe(404);
        (await demo.StrangerAsync("/verify/link", ("t", whole))).Text.ShouldContain("/verify/link/document");
        var (status, document) = await demo.StrangerAsync("/verify/link/document", ("t", whole));
        (status, document.StartsWith('<')).ShouldBe((200, true));
        (await demo.StrangerAsync("/verify/link", ("t", whole), ("at", "2020-01-01"))).Text.ShouldNotContain("This credential is valid.");
    }

    [Fact]
    public async Task A_link_that_is_not_one_of_ours_shows_nothing_and_a_bad_name_is_told_beside_the_form()
    {
        var secret = await demo.SecretAsync(await demo.LinkAsync("least"));
        foreach (var bad in (string[])["", "x", secret[..^1], (secret[0] is 'A' ? 'B' : 'A') + secret[1..], secret + "A", Convert.ToBase64String(new byte[32])])
        {
            (await demo.StrangerAsync($"/verify/link?t={Uri.EscapeDataString(bad)}")).Status.ShouldBe(404, bad);
            (await demo.StrangerAsync("/verify/link", ("t", bad))).Status.ShouldBe(404, bad);
        }
        (await demo.StrangerAsync("/verify/link")).Text.ShouldContain("Address of the link");
        (await demo.StrangerAsync("/verify/link", ("t", $"https://ledger.example/verify/link?t={secret}"))).Text.ShouldContain("This credential is valid.");
        var (status, text) = await demo.StrangerAsync("/verify/link", ("t", secret), ("looker", new string('x', 201)));
        (status, text.Contains("role=\"alert\"")).ShouldBe((422, true));
        (await demo.StrangerAsync("/verify/link", ("t", secret), ("at", "2569-01-01"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Neither_the_log_files_nor_the_events_hold_the_secret()
    {
        var link = await demo.LinkAsync("document");
        var secret = await demo.SecretAsync(link);
        using var lines = new Lines();
        await using (var app = await LedgerHost.StartAsync(demo.Host.ConnectionString, demo.Host.Folder, more: b => b
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines).AddFilter<Lines>(null, LogLevel.Debug)))))
        {
            using var client = app.Server.CreateClient();
            (await client.GetAsync($"/verify/link?t={secret}")).IsSuccessStatusCode.ShouldBeTrue();
            (await client.PostAsync("/verify/link", new FormUrlEncodedContent([KeyValuePair.Create("t", secret), KeyValuePair.Create("looker", "Confidential Looker")]))).IsSuccessStatusCode.ShouldBeTrue();
        }
        lines.All.Count.ShouldBeGreaterThan(10);
        lines.All.Where(l => l.Text.Contains(secret[22..]) || l.Text.Contains("Confidential Looker")).Select(l => l.Text).ShouldBeEmpty();
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where data::text like '%' || $1 || '%' or data::text like '%Confidential%'");
        command.Parameters.Add(new() { Value = secret[22..] });
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(0);
    }
}
