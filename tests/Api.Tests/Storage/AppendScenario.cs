using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Storage;

/// <summary>There is one way of writing; whatever goes around it is refused and leaves nothing.</summary>
public sealed class AppendScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly Actor Officer = new(new("d0000000-0000-4000-8000-000000000002"), "OCSC", "keep-persons", "development");
    private static readonly Guid Person = new("a0000000-0000-4000-8000-0000000000aa");
    private static readonly LedgerEvent Left = new PostLeft(Person, "1", "DGA", new(2026, 1, 1));

    private sealed record Unheard : LedgerEvent;

    private IDocumentSession Session() => host.Services.GetRequiredService<IDocumentStore>().LightweightSession();

    private async Task Refused(Action<IDocumentSession, Guid> append)
    {
        var stream = Guid.NewGuid();
        await using var session = Session();
        append(session, stream);
        await Should.ThrowAsync<UnstampedEventException>(() => session.SaveChangesAsync());
        (await host.EventsAsync(stream)).ShouldBe(0);
    }

    private static void Append(IDocumentSession session, Guid stream, object e, Actor? by, Guid? command, long? version = 0)
    {
        var action = session.Events.Append(stream, e);
        action.ExpectedVersionOnServer = version;
        if (by is not null) action.Events[0].SetHeader(EventHeaders.Actor, by);
        if (command is not null) action.Events[0].SetHeader(EventHeaders.Command, command.Value);
    }

    [Fact]
    public Task An_append_without_an_actor_is_refused() => Refused((s, id) => Append(s, id, Left, null, Guid.NewGuid()));

    [Fact]
    public Task An_append_without_a_command_id_is_refused() => Refused((s, id) => Append(s, id, Left, Officer, null));

    [Fact]
    public Task An_append_at_no_known_version_is_refused() => Refused((s, id) => Append(s, id, Left, Officer, Guid.NewGuid(), version: null));

    [Fact]
    public Task An_event_of_an_unknown_type_is_refused() => Refused((s, id) => Append(s, id, new Unheard(), Officer, Guid.NewGuid()));

    [Fact]
    public Task Something_that_is_no_event_is_refused() => Refused((s, id) => Append(s, id, Officer, Officer, Guid.NewGuid()));

    [Fact]
    public Task Starting_a_stream_around_the_one_way_is_refused() => Refused((s, id) =>
    {
        var action = s.Events.StartStream(id, Left);
        action.Events[0].SetHeader(EventHeaders.Actor, Officer);
        action.Events[0].SetHeader(EventHeaders.Command, Guid.NewGuid());
    });

    [Fact]
    public async Task Of_two_writers_that_saw_the_same_version_one_is_refused_as_a_conflict()
    {
        var stream = Guid.NewGuid();
        await using var session = Session();
        await using var other = Session();
        var (one, two) = (new UnitOfWork(session), new UnitOfWork(other));
        await Task.WhenAll(one.Load([stream], default), two.Load([stream], default));
        one.Append(stream, [Left], Officer, Guid.NewGuid());
        two.Append(stream, [Left], Officer, Guid.NewGuid());
        await one.Save(default);
        Conflicts.Of(await Should.ThrowAsync<Exception>(() => two.Save(default))).ShouldBe(Conflicts.Concurrent);
        (await host.EventsAsync(stream)).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_id_is_carried_out_once_even_on_two_streams_at_once()
    {
        var (command, streams) = (Guid.NewGuid(), new[] { Guid.NewGuid(), Guid.NewGuid() });
        await using var session = Session();
        await using var other = Session();
        var (one, two) = (new UnitOfWork(session), new UnitOfWork(other));
        await one.Load([streams[0]], default);
        await two.Load([streams[1]], default);
        one.Append(streams[0], [Left], Officer, command);
        two.Append(streams[1], [Left], Officer, command);
        await one.Save(default);
        Conflicts.Of(await Should.ThrowAsync<Exception>(() => two.Save(default))).ShouldBe(Conflicts.SameCommand);
        (await host.EventsAsync(streams[0])).ShouldBe(1);
        (await host.EventsAsync(streams[1])).ShouldBe(0);
    }

    [Fact]
    public async Task Of_an_append_that_fails_behind_its_events_nothing_stays()
    {
        // Marten fills the places of rolled-back events with events of its own, behind the answer; the database keeps them out.
        var stream = Guid.NewGuid();
        await using var database = Npgsql.NpgsqlDataSource.Create(host.ConnectionString);
        await using (var store = DocumentStore.For(options =>
        {
            LedgerStore.Configure(options, host.Services.GetRequiredService<ApplicationMac>(), new());
            options.Connection(database);
        }))
        {
            await using var session = store.LightweightSession();
            var work = new UnitOfWork(session);
            await work.Load([stream], default);
            work.Append(stream, [Left, Left], Officer, Guid.NewGuid());
            session.QueueSqlCommand("select 1 / 0");
            await Should.ThrowAsync<Exception>(() => work.Save(default));
        }
        // A store that is closed has written what it had to.
        (await host.EventsAsync(stream)).ShouldBe(0);
        await using var left = database.CreateCommand("select (select count(*) from ledger.mt_events where type = 'tombstone') + (select count(*) from ledger.mt_streams where version = 0)");
        (await left.ExecuteScalarAsync()).ShouldBe(0L);
    }
}
