using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using Marten;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>The ledger's one way of writing, in this process: the stream is read, the event appended at the version read, stamped and saved.</summary>
/// <param name="store">The store.</param>
/// <param name="decides">Whether person and course are read too, and the decider asked, as the API does.</param>
public sealed class MartenWriter(IDocumentStore store, bool decides) : IWriter
{
    private static readonly Actor Actor = new(new("d0000000-0000-4000-8000-000000000003"), "DGA", Duties.RecordTraining.Code, "development");
    private static readonly DateOnly On = new(2026, 3, 20);
    private static readonly Evidence Evidence = new(EvidenceKind.Attendance, "TDGA-DT-01/2569/3");

    /// <inheritdoc/>
    public async Task Write(CancellationToken token)
    {
        await using var session = store.LightweightSession();
        var (work, id, person) = (new UnitOfWork(session), Guid.NewGuid(), People.Any());
        var state = await work.Fold<Completion>(id, token);
        work.Append(id, await Decide(work, id, person, state, token), Actor, Guid.CreateVersion7());
        await work.Save(token);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<ValueList<LedgerEvent>> Decide(UnitOfWork work, Guid id, Guid person, Completion? state, CancellationToken token)
    {
        if (!decides) return [new CompletionRecorded(person, id, BenchLedger.Course, "TPQI-2560", ["CEC-BCTZ-001"], On, Evidence)];
        await work.Load([person, BenchLedger.Course], token);
        return new RecordCompletion(id, person, BenchLedger.Course, On, Evidence).Decide(state,
            await work.Fold<Person>(person, token), await work.Fold<Course>(BenchLedger.Course, token), On).Events;
    }
}
