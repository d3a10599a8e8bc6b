using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Imports.Cli;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Files on the disk, and the rejects file that comes back.</summary>
public sealed class FileImportTests : IClassFixture<LedgerHost>, IDisposable
{
    private readonly LedgerHost host;
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-import-").FullName;
    private readonly string file, rejects;

    public FileImportTests(LedgerHost host)
    {
        this.host = host;
        (file, rejects) = (Path.Combine(folder, "people.csv"), Path.Combine(folder, "people.csv.rejects.csv"));
    }

    [Fact]
    public async Task Refused_rows_come_back_in_a_file_that_only_its_owner_reads_and_that_can_be_corrected_and_imported()
    {
        File.WriteAllText(file, $"{ImportRig.People}\n{ImportRig.Person(1)}\n1234567890123,\"=HYPERLINK(\"\"http://x\"\")\",civil-servant,true\n");
        (await ImportAsync(file)).ShouldBe(new Progress(2, 1, 0, 1));

        File.GetUnixFileMode(rejects).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(folder).ShouldBe([file, rejects], ignoreOrder: true);
        var text = File.ReadAllText(rejects);
        text.ShouldContain("3,national_id,1,person.wrong-check-digit,");
        text.ShouldContain(",\"'=HYPERLINK(\"\"http://x\"\")\",");

        File.WriteAllText(file, text.Replace("1234567890123", DemoLedger.NationalId(2)));
        (await ImportAsync(file)).ShouldBe(new Progress(1, 1, 0, 0));
        File.Exists(rejects).ShouldBeFalse("nothing was refused, so the older file goes");

        File.WriteAllText(file, $"{ImportRig.People}\n{DemoLedger.NationalId(2)},\"=HYPERLINK(\"\"http://x\"\")\",civil-servant,true\n");
        (await ImportAsync(file)).ShouldBe(new Progress(1, 0, 1, 0), "the name was recorded without the escape");
    }

    [Fact]
    public async Task A_rejects_file_of_a_rejects_file_has_its_columns_once()
    {
        File.WriteAllText(file, $"{ImportRig.People}\n1234567890123,+นายตัวอย่าง,civil-servant,true\n");
        await ImportAsync(file);
        var once = File.ReadAllText(rejects);
        File.WriteAllText(file, once);
        await ImportAsync(file);
        File.ReadAllText(rejects).ShouldBe(once.Replace("2,national_id,1,", "2,national_id,7,"), "the column's number is the one in the file that was imported");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_records_nothing()
    {
        var before = await host.EventsAsync();
        File.WriteAllBytes(file, [.. System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(100, 500).Select(ImportRig.Person).Prepend(ImportRig.People))), 0x0A, 0xFF]);
        var refused = await Should.ThrowAsync<UnreadableException>(() => ImportAsync(file));
        refused.Fault.ShouldBe(new Fault(Unreadable.NotUtf8, 502, 1));
        (await host.EventsAsync()).ShouldBe(before);
        File.Exists(rejects).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_imports_do_not_write_one_rejects_file()
    {
        File.WriteAllText(file, ImportRig.People);
        await using var other = await OpenRejectsAsync();
        await Should.ThrowAsync<IOException>(() => ImportAsync(file));
    }

    private async Task<RejectsFile> OpenRejectsAsync()
    {
        await using var opened = await CsvFile.Open(File.OpenRead(file), Charset.Utf8, ImportKind.Find("people")!.Columns, default);
        return new RejectsFile(rejects, opened.Layout);
    }

    private Task<Progress> ImportAsync(string path)
    {
        var kind = ImportKind.Find("people")!;
        return new FileImport(host.Services, kind, Charset.Utf8, new Actor(DemoLedger.Examiner, "TEST", kind.Needs.Code, "development")).Run(path, rejects, default);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
