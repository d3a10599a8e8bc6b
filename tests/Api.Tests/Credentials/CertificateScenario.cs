using System.Text.RegularExpressions;
using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>The PDF certificate, as programs read it that are not ours: qpdf, poppler and zbar.</summary>
public sealed class CertificateScenario(DemoLedger demo) : IClassFixture<DemoLedger>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificate");

    private string Pdf => Path.Combine(folder.FullName, "credential.pdf");

    [Fact]
    public async Task Its_form_is_good_and_it_is_tagged()
    {
        await SavedAsync();
        (await Tool.RunAsync("qpdf", "--check", Pdf)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said), r => r.Said.ShouldContain("No syntax or stream encoding errors"));
        (await Tool.RunAsync("pdfinfo", Pdf)).Said.ShouldSatisfyAllConditions(s => s.ShouldMatch("Tagged: +yes"), s => s.ShouldMatch("Pages: +1\n"), s => s.ShouldContain("(A4)"));
        (await Tool.RunAsync("pdffonts", Pdf)).Said.ShouldSatisfyAllConditions(s => s.ShouldMatch(@"[A-Z]{6}\+Sarabun-Regular +CID TrueType +Identity-H +yes +yes +yes"), s => s.ShouldMatch(@"[A-Z]{6}\+Sarabun-Bold +CID TrueType +Identity-H +yes +yes +yes"));
        (await Tool.RunAsync("pdfinfo", "-struct-text", Pdf)).Said.ShouldContain("H1");
    }

    [Fact]
    public async Task Its_text_copies_as_it_was_written()
    {
        var (_, content) = await SavedAsync();
        var (code, text) = await Tool.RunAsync("pdftotext", "-raw", Pdf, "-");
        code.ShouldBe(0, text);
        var lines = text.Split('\n', '\f').Where(l => l.Length > 0).ToList();
        string[] expected =
        [
            content.Issuer.NameTh, content.Issuer.NameEn, "ใบรับรองสมรรถนะ", "Certificate of Competence", "ขอรับรองว่า", "This is to certify that", content.Holder.NameTh!,
            "มีสมรรถนะตามหน่วยสมรรถนะ", "is competent in the unit of competence", content.Achievement.TitleTh, content.Achievement.TitleEn,
            $"{content.Achievement.Unit} · {content.Achievement.Framework}",
            $"รับรองเมื่อวันที่ {PeopleDates.Thai(content.Achievement.DecidedOn)}", $"Certified on {PeopleDates.English(content.Achievement.DecidedOn)}",
            $"เลขที่ · Number {content.Number}", $"รหัสตรวจสอบ · Check code {Service<CheckCodes>().Of(content.Number)}",
        ];
        expected.ShouldBeSubsetOf(lines, text);
        if (content.Holder.NameEn is { } english) lines.ShouldContain(english);
        var whole = Regex.Replace(string.Join(' ', lines), " +", " ");
        foreach (var notice in new[] { content.Programme.NoticeTh, content.Programme.NoticeEn }) whole.ShouldContain(notice);
        if (content.Test) lines.ShouldContain("สำหรับทดสอบ ไม่ใช่ใบรับรอง · TEST, CERTIFIES NOTHING");
    }

    [Fact]
    public async Task The_document_comes_out_byte_for_byte_and_is_valid_by_itself()
    {
        var (pdf, content) = await SavedAsync();
        var xml = Path.Combine(folder.FullName, "out.xml");
        (await Tool.RunAsync("pdfdetach", "-save", "1", "-o", xml, Pdf)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        var attached = await File.ReadAllBytesAsync(xml);
        pdf.AsSpan().IndexOf(attached).ShouldBeGreaterThan(0);
        using var client = await ClientAsync();
        CredentialProofs.Strip(attached).ShouldBe(CredentialProofs.Strip(await client.GetByteArrayAsync(Address("xml"))));
        (await Tool.RunAsync("pdfdetach", "-list", Pdf)).Said.ShouldContain("credential.xml");
        (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(attached))).Json.GetProperty("overall").GetString().ShouldBe("valid");
        content.Number.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Its_signature_is_good_and_covers_all_of_it_and_a_changed_page_s_is_not()
    {
        var (pdf, _) = await SavedAsync();
        (await Tool.RunAsync("pdfsig", "-nocert", Pdf)).Said.ShouldSatisfyAllConditions(
            s => s.ShouldContain("Signature is Valid"), s => s.ShouldContain("Total document signed"), s => s.ShouldContain("ETSI.CAdES.detached"));
        pdf[pdf.AsSpan().IndexOf("/MediaBox[0 0 5"u8) + 14] = (byte)'6';
        await File.WriteAllBytesAsync(Pdf, pdf);
        (await Tool.RunAsync("pdfsig", "-nocert", Pdf)).Said.ShouldNotContain("Signature is Valid");
        (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(pdf))).Text.ShouldContain(Codes.IntegrityPdfChanged);
    }

    [Fact]
    public async Task Its_code_leads_to_where_its_number_is_verified()
    {
        var (_, content) = await SavedAsync();
        var picture = Path.Combine(folder.FullName, "page");
        (await Tool.RunAsync("pdftoppm", "-png", "-singlefile", "-r", "150", Pdf, picture)).Code.ShouldBe(0);
        (await Tool.RunAsync("zbarimg", "-q", "--raw", picture + ".png")).Said.ShouldContain($"/verify?number={content.Number}\n");
    }

    [Fact]
    public async Task It_is_drawn_alike_each_time()
    {
        var (_, content) = await SavedAsync();
        var address = new Uri("https://ledger.example/verify");
        var first = CertificatePage.Draw(content, "0000-0000", address, []);
        // What was collected meanwhile may have moved what the shaper reads: its fonts are its own.
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        var second = CertificatePage.Draw(content, "0000-0000", address, []);
        first.Objects.Select(Convert.ToHexString).ShouldBe(second.Objects.Select(Convert.ToHexString));
        first.Catalog.ShouldBe(second.Catalog);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private string Address(string format) => $"/api/credentials/{demo.Credential}/document?format={format}";

    private T Service<T>() where T : notnull => demo.Host.App.Services.GetRequiredService<T>();

    private async Task<(byte[] Pdf, CredentialContent Content)> SavedAsync()
    {
        using var client = await ClientAsync();
        var pdf = await client.GetByteArrayAsync(Address("pdf"));
        await File.WriteAllBytesAsync(Pdf, pdf);
        var trust = TrustList.Parse(await client.GetByteArrayAsync("/api/trust"));
        return (pdf, Verify.Document(pdf, trust, null, DateTimeOffset.UtcNow).Content.ShouldNotBeNull());
    }

    private async Task<HttpClient> ClientAsync()
    {
        var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return client;
    }
}
