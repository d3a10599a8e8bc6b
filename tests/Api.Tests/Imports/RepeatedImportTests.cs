using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Files that are imported again, in part, or twice at once: every row is recorded once.</summary>
public sealed class RepeatedImportTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private const string Registered = "select count(*) from ledger.mt_events where type = 'person-registered'";

    [Fact]
    public async Task A_killed_import_goes_on_when_it_is_run_again()
    {
        var (file, rows) = (File(1_000, 900), 900);
        using var killed = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => host.RunAsync("people", file, step => { if (step is Progress { Rows: >= 400 }) killed.Cancel(); }, killed.Token));

        var again = await host.RunAsync("people", file);
        again.Unchanged.ShouldBeInRange(400, rows - 1);
        again.ShouldBe(new Progress(rows, rows - again.Unchanged, again.Unchanged, 0));
        (await host.RunAsync("people", file)).ShouldBe(new Progress(rows, 0, rows, 0));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_record_each_row_once()
    {
        var (file, rows, before) = (File(5_000, 600), 600, await host.CountAsync(Registered));
        var both = await Task.WhenAll(Task.Run(() => host.RunAsync("people", file)), Task.Run(() => host.RunAsync("people", file)));
        both.Sum(p => p.Refused).ShouldBe(0);
        both.Sum(p => p.Recorded).ShouldBe(rows);
        both.Sum(p => p.Unchanged).ShouldBe(rows);
        (await host.CountAsync($"select count(*) from keys.national_ids n join ledger.mt_events e on e.stream_id = n.person and e.type = 'person-registered'")).ShouldBe(await host.CountAsync(Registered));
        (await host.CountAsync(Registered)).ShouldBeGreaterThanOrEqualTo(before + rows);
    }

    [Fact]
    public async Task A_row_that_repeats_another_is_unchanged_and_one_that_contradicts_it_is_refused()
    {
        var refused = new List<RowRefused>();
        var progress = await host.RunAsync("people", string.Join('\n', ImportRig.People, ImportRig.Person(9_001), ImportRig.Person(9_001), $"{DemoLedger.NationalId(9_001)},นางสาวชื่ออื่น,civil-servant,true"),
            step => { if (step is RowRefused row) refused.Add(row); });
        progress.ShouldBe(new Progress(3, 1, 1, 1));
        refused.Single().Fault.Why.Code.ShouldBe("person.already-registered");
    }

    private static string File(int first, int rows) => string.Join('\n', Enumerable.Range(first, rows).Select(ImportRig.Person).Prepend(ImportRig.People));
}
