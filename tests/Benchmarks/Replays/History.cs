using System.Security.Cryptography;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using Marten;

namespace CredentialLedger.Benchmarks.Replays;

/// <summary>Histories of made-up persons: registered, holding a post, five completions, two results; as many streams as an agency's would have.</summary>
public static class History
{
    private const int EventsOfAPerson = 9, PersonsInATransaction = 50;
    private const string Framework = "TPQI-2560", Unit = "CEC-BCTZ-001";

    /// <summary>Events written at once.</summary>
    public const int EventsInATransaction = EventsOfAPerson * PersonsInATransaction;

    private static readonly Guid Officer = new("d0000000-0000-4000-8000-000000000003"), Examiner = new("d0000000-0000-4000-8000-000000000004");
    private static readonly Actor Actor = new(Officer, "DGA", Duties.RecordTraining.Code, "development");
    private static readonly DateOnly On = new(2026, 3, 20);

    /// <summary>Write about as many events as asked for; how many the ledger holds for that.</summary>
    public static async Task<long> Write(IDocumentStore store, int events, CancellationToken token)
    {
        long made = 0;
        while (made < events)
        {
            await using var session = store.LightweightSession();
            var work = new UnitOfWork(session);
            var streams = Enumerable.Range(0, PersonsInATransaction).SelectMany(_ => OfPerson(Guid.NewGuid())).ToArray();
            await work.Load(streams.Select(s => s.Id), token);
            foreach (var (id, history) in streams) work.Append(id, history, Actor, Guid.CreateVersion7());
            await work.Save(token);
            made += EventsInATransaction;
        }
        return made;
    }

    private static IEnumerable<(Guid Id, ValueList<LedgerEvent> Events)> OfPerson(Guid person)
    {
        yield return (person,
        [
            new PersonRegistered(person, Seal<PersonName>(person, 120), Seal<string>(person, 31), Personnel.CivilServant, Synthetic: true),
            new PostHeld(person, "1042", "DGA", "กองตัวอย่าง", "K3", On),
        ]);
        for (var i = 0; i < 5; i++)
        {
            var id = Guid.NewGuid();
            yield return (id, [new CompletionRecorded(person, id, Rig.BenchLedger.Course, Framework, [Unit], On.AddDays(i), new(EvidenceKind.Attendance, $"TDGA-DT-01/2569/{i}"))]);
        }
        for (var i = 0; i < 2; i++)
        {
            var id = Guid.NewGuid();
            yield return (id, [new ResultDeclared(person, id, Framework, Unit, null, Grade.Competent, 8450, Instrument.Portfolio, [Examiner], On.AddDays(30 + i), new(EvidenceKind.ScoreSheet, $"SIT-2569-04/{i}"))]);
        }
    }

    // As long as a real one; nobody opens it here.
    private static Sealed<T> Seal<T>(Guid person, int bytes) =>
        new(1, person, person, Convert.ToBase64String(RandomNumberGenerator.GetBytes(12)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)));
}
