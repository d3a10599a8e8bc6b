using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using Marten;

namespace CredentialLedger.Api.Tests.Storage;

/// <summary>One clock says when an event was recorded: the database's, for the first event of a stream and for later ones alike.</summary>
public sealed class RecordedTimeScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly Actor Officer = new(new("d0000000-0000-4000-8000-000000000002"), "OCSC", "keep-persons", "development");

    private sealed class LongAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }

    [Fact]
    public async Task The_database_s_clock_counts_in_whole_microseconds_whatever_the_application_s_says()
    {
        using var store = DocumentStore.For(o =>
        {
            LedgerStore.Configure(o, new ApplicationMac(new byte[32]), new());
            o.Connection(host.ConnectionString);
            o.Events.TimeProvider = new LongAgo();
        });
        var (stream, before) = (Guid.NewGuid(), await Now());
        for (var i = 0; i < 3; i++)
        {
            await using var session = store.LightweightSession();
            var work = new UnitOfWork(session);
            await work.Load([stream], default);
            work.Append(stream, [new PostLeft(stream, $"{i}", "DGA", new(2026, 1, 1)), new PostLeft(stream, $"{i}+", "DGA", new(2026, 1, 1))], Officer, Guid.NewGuid());
            await work.Save(default);
        }
        var after = await Now();

        await using var command = host.Database.CreateCommand("select timestamp from ledger.mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new() { Value = stream });
        await using var rows = await command.ExecuteReaderAsync();
        var times = new List<DateTimeOffset>();
        while (await rows.ReadAsync()) times.Add(rows.GetFieldValue<DateTimeOffset>(0));
        times.Count.ShouldBe(6);
        times.ShouldBe(times.Order());
        times.ShouldAllBe(t => before <= t && t <= after);
        times.ShouldAllBe(t => t.Ticks % TimeSpan.TicksPerMicrosecond == 0);
    }

    private async Task<DateTimeOffset> Now()
    {
        await using var command = host.Database.CreateCommand("select clock_timestamp()");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }
}
