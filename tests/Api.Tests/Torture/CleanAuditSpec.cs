using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Audits of a ledger that records, projects, logs and publishes all the while raise no false alarm, whole or since the audit before.</summary>
public sealed class CleanAuditSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly DemoLedger demo = new();

    public Task InitializeAsync() => demo.InitializeAsync();

    public Task DisposeAsync() => demo.DisposeAsync();

    [Fact]
    public async Task An_audit_under_load_finds_nothing()
    {
        var services = demo.Host.Services;
        var audit = new LogAudit(demo.Host.Database, services.GetRequiredService<ApplicationMac>(), services.GetRequiredService<TileFolder>(), services.GetRequiredService<LogSigner>(), null);
        // The copied ledger may have been stopped before its last event was logged, more than a minute ago: the audit rightly names that until the sequencer has run.
        await Eventually.BeAsync(async () => await Count("ledger.mt_events") - await Count("log.leaves"), 0L);
        var (number, done, first, size) = (700_000, false, -1L, 0L);
        var load = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref done)) await demo.CompletionAsync(await demo.PersonAsync(Interlocked.Increment(ref number)));
        })).ToArray();
        Checkpoint? since = null;
        // So many, and on until the log has grown: on a quiet machine they are over before the next checkpoint.
        var audits = 0;
        for (; audits < Mode.Of(20, 100) || (size == first && audits < 5_000); audits++)
        {
            var report = await audit.Run(audits % 2 == 0 ? null : since, (_, _) => { }, default);
            report.Defects.ShouldBeEmpty($"audit {audits}");
            (since, size, first) = (report.Checkpoint, report.Checkpoint.Size, first < 0 ? report.Checkpoint.Size : first);
        }
        Volatile.Write(ref done, true);
        await Task.WhenAll(load);
        output.WriteLine($"{audits} audits while the log grew from {first} to {size}: no alarm");
        size.ShouldBeGreaterThan(first);
    }

    private async Task<long> Count(string table)
    {
        await using var command = demo.Host.Database.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
