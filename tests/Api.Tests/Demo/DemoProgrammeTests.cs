using CredentialLedger.Api.Demo;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Demo;

/// <summary>The demo programme: what it promises to whoever loads it again, and the marks on its sample.</summary>
public sealed class DemoProgrammeTests(DemoLedger demo) : IClassFixture<DemoLedger>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo-programme");

    [Fact]
    public async Task Loaded_again_it_records_nothing_new_and_leads_to_the_same_sample()
    {
        var before = await demo.Host.EventsAsync();
        using var client = demo.Host.App.Server.CreateClient();
        (await DemoProgramme.Read(Prepared.Demo).Run(client, Prepared.Demo, default)).ShouldBe(Prepared.Sample);
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_sample_certificate_shows_the_marks_of_the_three_parties_each_as_no_real_emblem()
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var pdf = Path.Combine(folder.FullName, "credential.pdf");
        await File.WriteAllBytesAsync(pdf, await client.GetByteArrayAsync($"{Prepared.Sample}/document?format=pdf"));
        (await Tool.RunAsync("pdfimages", "-list", pdf)).Said.Split('\n').Count(l => l.Contains(" image ", StringComparison.Ordinal)).ShouldBe(3);
        var said = (await Tool.RunAsync("pdftotext", "-raw", pdf, "-")).Said.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);
        foreach (var party in (string[])["OCSC", "DGA", "TPQI"]) said.ShouldContain($"Sample mark of {party} (not its emblem)");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
