using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Tiles;
using Marten;
using Npgsql;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>What the API does with PostgreSQL, without HTTP: units of work, the sequencer and the publisher, all at once, until PostgreSQL is gone.</summary>
internal sealed class Writers(NpgsqlDataSource database, ApplicationMac mac, LogSigner signer, TileFolder files, Notebook notes) : IDisposable
{
    private static readonly Actor Officer = new(new("d0000000-0000-4000-8000-000000000003"), "DGA", Duties.RecordTraining.Code, "development");

    private readonly LogStanding standing = new();
    private readonly DocumentStore store = DocumentStore.For(o =>
    {
        LedgerStore.Configure(o, mac, new LogStanding());
        o.Connection(database);
    });

    /// <summary>Write until PostgreSQL answers no more.</summary>
    public Task LoadAsync(int writers) => Task.WhenAll([.. Enumerable.Range(0, writers).Select(_ => UntilGone(WriteAsync)), UntilGone(SequenceAsync), UntilGone(PublishAsync)]);

    /// <summary>Give every command again that was not answered; and log and publish all.</summary>
    public async Task SettleAsync()
    {
        foreach (var one in notes.Unanswered) await WriteAsync(one);
        var sequencer = new Sequencer(database, mac);
        for (var quiet = 0; quiet < 4; quiet = (await sequencer.Next(default)).Count == 0 ? quiet + 1 : 0)
        {
        }
        while ((await sequencer.Sweep(default)).Count > 0)
        {
        }
        await PublishAsync();
    }

    public void Dispose() => store.Dispose();

    private Task WriteAsync() => WriteAsync(notes.Ask("", HttpMethod.Put, "", null, Guid.CreateVersion7(), 1 + Random.Shared.Next(2)));

    private async Task WriteAsync(Asked one)
    {
        await using var session = store.LightweightSession();
        var (work, id) = (new UnitOfWork(session), one.Stream);
        if (await work.CarriedOutOn(one.Command, default) is null)
        {
            LedgerEvent[] events = [new CompletionRecorded(id, id, DemoLedger.Course, "TPQI-2560", ["CEC-BCTZ-001"], new(2026, 3, 20), new(EvidenceKind.Attendance, "T-1")), new CompletionAnnulled(id, id, AnnulmentGround.Irregularity, null)];
            await work.Load([id], default);
            work.Append(id, [.. events.Take(one.Events)], Officer, one.Command);
            await work.Save(default);
        }
        one.Recorded = one.Events;
    }

    private async Task SequenceAsync()
    {
        var sequencer = new Sequencer(database, mac);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        do await sequencer.Next(default);
        while (await pace.WaitForNextTickAsync());
    }

    private async Task PublishAsync()
    {
        var publisher = new LogPublisher(database, signer, files, new Witnesses(null, new HttpClient()), standing);
        if (await publisher.Publish(default) is not null) notes.Keep(files.Checkpoint!);
    }

    private static Task UntilGone(Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            while (true) await work();
        }
        catch (Exception e) when (e is NpgsqlException or IOException or ObjectDisposedException || e.InnerException is NpgsqlException or IOException)
        {
            // PostgreSQL is gone.
        }
    });
}
