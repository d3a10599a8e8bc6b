using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>The marks of a scheme on its certificates: drawn under a permit in force, and only then (clause 3).</summary>
public sealed class MarksOnPaperScenario(DemoLedger demo) : IClassFixture<DemoLedger>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("marks");

    private string Pdf => Path.Combine(folder.FullName, "credential.pdf");

    [Fact]
    public async Task A_mark_is_drawn_and_described_as_long_as_its_permit_is_in_force()
    {
        var picture = MarkPictures.Png(120, 90);
        var (work, named) = (await demo.Host.LogoAsync(picture), await demo.Host.LogoAsync());
        var permit = $"{work}/permits/{Guid.NewGuid()}";
        foreach (var path in new[] { permit, $"{named}/permits/{Guid.NewGuid()}" }) (await demo.Host.PutAsync("work-officer-tpqi", path, Clauses.PermitBody())).ShouldRecord(1);
        var credential = await IssuedAsync(81, work, named);

        // Without a picture both are named, with their owner.
        (await SavedAsync(credential)).ShouldBe("valid");
        (await PicturesAsync()).ShouldBe(0);
        (await TextAsync()).ShouldContain("Marks used by permission: Logo of TPQI of Thailand Professional Qualification Institute (Public Organization), Logo of TPQI of Thailand");

        (await demo.Host.PutAsync("work-officer-tpqi", $"{work}/picture", new ByteArrayContent(picture))).ShouldRecord(0);
        (await SavedAsync(credential)).ShouldBe("valid");
        (await PicturesAsync()).ShouldBe(1);
        (await Tool.RunAsync("pdfimages", "-png", Pdf, Path.Combine(folder.FullName, "mark"))).Code.ShouldBe(0);
        using (SkiaSharp.SKBitmap drawn = SkiaSharp.SKBitmap.Decode(Path.Combine(folder.FullName, "mark-000.png")), kept = SkiaSharp.SKBitmap.Decode(picture))
        {
            (drawn.Width, drawn.Height).ShouldBe((120, 90));
            drawn.GetPixel(60, 45).ShouldBe(kept.GetPixel(60, 45));
            drawn.GetPixel(0, 0).ShouldBe(SkiaSharp.SKColors.White);
        }

        (await Tool.RunAsync("pdfinfo", "-struct", Pdf)).Said.ShouldMatch("Figure");
        (await File.ReadAllBytesAsync(Pdf)).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes($"/Alt <FEFF{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes("ตราสัญลักษณ์ สคช. · Logo of TPQI"))}>")).ShouldBeGreaterThan(0);

        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", new { reference = "X" })).ShouldRecord(1);
        (await SavedAsync(credential)).ShouldBe("valid");
        (await PicturesAsync()).ShouldBe(0);
        (await TextAsync()).ShouldNotContain("(Public Organization), Logo of TPQI of");
    }

    [Fact]
    public async Task A_picture_that_was_exchanged_in_the_database_is_not_drawn()
    {
        var picture = MarkPictures.Png(77, 90);
        var work = await demo.Host.LogoAsync(picture);
        (await demo.Host.PutAsync("work-officer-tpqi", $"{work}/permits/{Guid.NewGuid()}", Clauses.PermitBody())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-tpqi", $"{work}/picture", new ByteArrayContent(picture))).ShouldRecord(0);
        var credential = await IssuedAsync(82, work);
        await using var owner = new Npgsql.NpgsqlConnection(await LedgerCluster.AsAsync(demo.Host.ConnectionString, Roles.Owner));
        await owner.OpenAsync();
        await using var exchange = new Npgsql.NpgsqlCommand("update documents.pictures set file = $1 where sha256 = $2", owner)
        {
            Parameters = { new() { Value = MarkPictures.Png(78, 90) }, new() { Value = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)) } },
        };
        (await exchange.ExecuteNonQueryAsync()).ShouldBe(1);
        (await SavedAsync(credential)).ShouldBe("valid");
        (await PicturesAsync()).ShouldBe(0);
        (await TextAsync()).ShouldContain("Marks used by permission: Logo of TPQI");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private async Task<Guid> IssuedAsync(int number, params string[] marks)
    {
        var scheme = Guid.NewGuid();
        (await demo.Host.PutAsync("framework-keeper", $"/api/schemes/{scheme}", EstablishSchemeScenario.Body("CEC-BCTZ-001", marks: [.. marks.Select(Clauses.IdOf)]))).ShouldRecord(1);
        var person = await demo.PersonAsync(number);
        var decided = await demo.Host.PostAsync("decider", "/api/decisions", new { scheme, person, ruling = "granted", results = new[] { await demo.ResultAsync(person) }, completions = Array.Empty<Guid>() });
        return (await demo.Host.PostAsync("issuer", $"/api/decisions/{decided.ShouldRecord(1).Id}/credential")).ShouldRecord(1).Id;
    }

    private async Task<string?> SavedAsync(Guid credential)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var pdf = await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format=pdf");
        await File.WriteAllBytesAsync(Pdf, pdf);
        return (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(pdf))).Json.GetProperty("overall").GetString();
    }

    private async Task<int> PicturesAsync() => (await Tool.RunAsync("pdfimages", "-list", Pdf)).Said.Split('\n').Count(l => l.Contains(" image ", StringComparison.Ordinal));

    private async Task<string> TextAsync() => (await Tool.RunAsync("pdftotext", "-raw", Pdf, "-")).Said.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);
}
