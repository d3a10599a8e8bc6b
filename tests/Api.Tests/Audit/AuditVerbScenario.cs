using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using Marten.Events;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>The verb <c>audit</c> beside a running ledger: clean while nobody touched it, and naming what somebody did; each fact on a ledger of its own.</summary>
public sealed class AuditVerbScenario : IAsyncLifetime
{
    private readonly DemoLedger demo = new();

    public Task InitializeAsync() => demo.InitializeAsync();

    public Task DisposeAsync() => demo.DisposeAsync();

    private async Task Published()
    {
        using var http = demo.Host.App.Server.CreateClient();
        await demo.Host.App.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));
        var events = await demo.Host.EventsAsync();
        await Eventually.BeAsync(async () => (await (await http.GetAsync("/log/checkpoint")).Content.ReadAsStringAsync()).Split('\n').ElementAtOrDefault(1), $"{events}");
    }

    [Fact]
    public async Task An_untouched_ledger_is_clean_and_its_checkpoint_is_where_the_next_audit_begins()
    {
        await Published();
        var (code, said, errors) = await demo.Host.RunVerbAsync("audit");
        code.ShouldBe(0, said + errors);
        said.ShouldContain("Nothing was changed, removed or inserted.");
        said.ShouldContain("ไม่มีสิ่งใดถูกแก้ ลบ หรือแทรก");
        var checkpoint = Path.Combine(demo.Host.Folder, "audited");
        await File.WriteAllTextAsync(checkpoint, string.Join('\n', said.TrimEnd().Split('\n')[^3..]) + "\n");

        await demo.PersonAsync(7);
        await Published();
        (code, said, errors) = await demo.Host.RunVerbAsync("audit", "--since", checkpoint, "--json");
        code.ShouldBe(0, said + errors);
        var report = JsonDocument.Parse(said).RootElement;
        report.GetProperty("events").GetInt64().ShouldBe(1);
        report.GetProperty("replayed").GetBoolean().ShouldBeFalse();

        await File.WriteAllTextAsync(checkpoint, "another.example/log\n1\nAAAA\n");
        (code, _, errors) = await demo.Host.RunVerbAsync("audit", "--since", checkpoint);
        code.ShouldBe(1);
        errors.ShouldContain("That file is no checkpoint of this log.");
    }

    [Fact]
    public async Task What_somebody_did_by_SQL_is_named_by_row_and_column_and_never_by_what_stands_there()
    {
        await Published();
        await demo.Host.TamperAsync($"update ledger.mt_events set data = jsonb_set(data, '{{score}}', '9999') where stream_id = '{DemoLedger.Result}' and version = 1");
        await demo.Host.TamperAsync($"delete from ledger.mt_events where stream_id = '{DemoLedger.Completion}'");
        var (code, said, _) = await demo.Host.RunVerbAsync("audit");
        code.ShouldBe(1);
        said.Split('\n').ShouldContain(line => line.StartsWith("event-changed  ", StringComparison.Ordinal) && line.Contains("  data  #", StringComparison.Ordinal));
        said.Split('\n').ShouldContain(line => line.StartsWith("event-missing  ", StringComparison.Ordinal));
        said.ShouldContain($"stream-changed  {DemoLedger.Completion}");
        said.ShouldNotContain("9999");
    }
}
