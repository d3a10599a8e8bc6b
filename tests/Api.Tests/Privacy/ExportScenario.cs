using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>A person is given everything that the ledger holds on them, and that it was given is recorded.</summary>
public sealed class ExportScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly string Path = $"/api/people/{DemoLedger.Candidate}/export";

    [Fact]
    public async Task A_person_takes_all_of_it_opened_with_documents_and_accesses()
    {
        (await demo.Host.GetAsync("hr-officer", $"/api/people/{DemoLedger.Candidate}")).Status.ShouldBe(200);
        var export = (await demo.Host.GetAsync("holder", Path)).Json;
        var entries = export.GetProperty("entries").EnumerateArray().ToArray();
        var registered = entries.Single(e => e.GetProperty("type").GetString() == "person-registered").GetProperty("data");
        (registered.GetProperty("nationalId").GetString(), registered.GetProperty("name").GetProperty("en").GetString()).ShouldBe(("1234567890121", "Sommut Jaidee"));
        string[] types = [.. entries.Select(e => e.GetProperty("type").GetString()!)];
        foreach (var type in (string[])["post-held", "completion-recorded", "result-declared", "certification-decided", "credential-issued", "record-opened"]) types.ShouldContain(type);
        export.GetRawText().ShouldNotContain("ciphertext");

        var document = export.GetProperty("documents").EnumerateArray().First(d => d.GetProperty("credential").GetGuid() == demo.Credential).GetProperty("content").GetBytesFromBase64();
        var issued = entries.First(e => e.GetProperty("stream").GetGuid() == demo.Credential).GetProperty("data").GetProperty("document");
        Convert.ToHexStringLower(SHA256.HashData(document)).ShouldBe(issued.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task The_page_reads_in_both_languages_and_runs_nothing()
    {
        var page = await demo.Host.GetAsync("holder", $"{Path}?format=html");
        (page.Status, page.MediaType).ShouldBe((200, "text/html"));
        foreach (var text in (string[])["1234567890121", "นางสาวสมมติ ใจดี", "Registered", "ลงทะเบียนบุคคล", "พ.ศ. 25"]) page.Text.ShouldContain(text);
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldNotContain("src=");
    }

    [Fact]
    public async Task Only_the_person_and_who_helps_them_are_given_it_and_each_time_is_recorded()
    {
        foreach (var persona in (string[])["newcomer", "hr-officer", "supervisor", "agency-reader"]) (await demo.Host.GetAsync(persona, Path)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.GetAsync("holder", $"{Path}?format=pdf")).ShouldRefuse(406, "export.unknown-format");
        (await demo.Host.GetAsync(Officers.First, $"/api/people/{Guid.NewGuid()}/export")).ShouldRefuse(404, "person.missing");
        var id = (await demo.Host.GetAsync(Officers.First, Path)).Json.GetProperty("export").GetGuid();
        var entries = (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/accesses")).Json.GetProperty("entries").EnumerateArray();
        entries.Single(e => e.GetProperty("resource").GetGuid() == id).GetProperty("duty").GetString().ShouldBe("decide-erasure");
    }

    [Fact]
    public void Every_event_that_can_be_in_it_is_called_something_in_both_languages()
    {
        var texts = new ResourceManager("CredentialLedger.Api.Privacy.Export", typeof(ExportPage).Assembly);
        foreach (var (name, _) in EventCatalogue.Types.Where(t => t.Value.IsAssignableTo(typeof(IAbout)) || t.Value.GetProperty("Subject") is not null))
            foreach (var culture in (string[])["", "th"])
                texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.GetString($"event.{name}").ShouldNotBeNullOrEmpty(name);
    }
}
