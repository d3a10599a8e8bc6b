using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using JasperFx;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>A lost race is a quiet line in the log, and a real failure a loud one (StoreLog).</summary>
public sealed class StoreLogTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(new("d0000000-0000-4000-8000-000000000002"), "OCSC", "keep-persons", "development");
    private static readonly LedgerEvent Left = new PostLeft(new("a0000000-0000-4000-8000-0000000000aa"), "1", "DGA", new(2026, 1, 1));

    // What the loud lines of a lost race would hold.
    private static readonly string[] OfRaces = [nameof(EventStreamUnexpectedMaxEventIdException), nameof(ConcurrencyException), nameof(NpgsqlException), nameof(PostgresException), "mt_quick_append_events"];

    private readonly Lines lines = new();
    private readonly LedgerHost host;

    public StoreLogTests() => host = new(Prepared.Staffed, (b, _) => b.ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines))));

    private (LogLevel Level, string Text)[] Loud => [.. lines.All.Where(l => l.Level >= LogLevel.Warning)];

    private async Task<UnitOfWork> WorkAsync(IDocumentSession session, Guid stream)
    {
        var work = new UnitOfWork(session);
        await work.Load([stream], default);
        work.Append(stream, [Left], Officer, Guid.NewGuid());
        return work;
    }

    private IDocumentSession Session() => host.Services.GetRequiredService<IDocumentStore>().LightweightSession();

    [Fact]
    public async Task A_lost_race_is_one_line_without_a_stack_trace()
    {
        var stream = Guid.NewGuid();
        await using var session = Session();
        await using var other = Session();
        var (one, two) = (await WorkAsync(session, stream), await WorkAsync(other, stream));
        await one.Save(default);
        Conflicts.Of(await Should.ThrowAsync<Exception>(() => two.Save(default))).ShouldBe(Conflicts.Concurrent);
        // What Marten does behind its answer is done when the host has stopped.
        await host.App.StopAsync();
        lines.All.Where(l => l.Text.Contains("Somebody else was faster")).ShouldHaveSingleItem().ShouldBe((LogLevel.Information, "Somebody else was faster; nothing was stored (ledger.concurrent-change). "));
        // Marten's daemon may be loud of its own stop, above all when that overtakes its start.
        Loud.Where(l => OfRaces.Any(word => l.Text.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_that_fails_and_a_database_that_is_gone_are_errors_with_all_that_is_known()
    {
        await using (var session = Session())
        {
            var work = await WorkAsync(session, Guid.NewGuid());
            session.QueueSqlCommand("select 1 / 0");
            await Should.ThrowAsync<Exception>(() => work.Save(default));
        }
        Loud.ShouldContain(l => l.Level == LogLevel.Error && l.Text.Contains("division by zero") && l.Text.Contains(" at "));

        await using var last = Session();
        var late = await WorkAsync(last, Guid.NewGuid());
        var name = new NpgsqlConnectionStringBuilder(host.ConnectionString).Database!;
        await LedgerCluster.RunAsync($"alter database \"{name}\" with allow_connections false");
        try
        {
            await LedgerCluster.RunAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
            lines.All.Clear();
            await Should.ThrowAsync<Exception>(() => late.Save(default));
            Loud.ShouldContain(l => l.Level == LogLevel.Error && (l.Text.Contains(nameof(NpgsqlException)) || l.Text.Contains(nameof(PostgresException))));
        }
        finally
        {
            await LedgerCluster.RunAsync($"alter database \"{name}\" with allow_connections true");
        }
    }

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();
}
