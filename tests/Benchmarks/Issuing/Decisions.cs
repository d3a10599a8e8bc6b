using CredentialLedger.Api.Privacy;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using Marten;
using Npgsql;

namespace CredentialLedger.Benchmarks.Issuing;

/// <summary>Granted decisions of the demo's scheme, one a person, with the completion and the result that each rests on; written past the API, which would take one at a time, but as it writes.</summary>
public static class Decisions
{
    private const int PersonsInATransaction = 200;
    private const string Framework = "TPQI-2560", Unit = "CEC-BCTZ-001";

    private static readonly Guid Scheme = new("b0000000-0000-4000-8000-000000000001"), Examiner = new("d0000000-0000-4000-8000-000000000004"), Decider = new("d0000000-0000-4000-8000-000000000005");
    private static readonly DateOnly On = new(2026, 3, 20);

    /// <summary>Write one of a certification body for each person; their ids, in that order.</summary>
    public static async Task<Guid[]> Write(BenchLedger ledger, IReadOnlyList<Guid> persons, string body, CancellationToken token)
    {
        var actor = new Actor(Decider, body, Duties.DecideCertification.Code, "appointment:ab000000-0000-4000-8000-000000000026");
        await using var database = ledger.Open();
        await using var store = Store(ledger, database);
        var made = new List<Guid>();
        foreach (var some in persons.Chunk(PersonsInATransaction))
        {
            await using var session = store.LightweightSession();
            var work = new UnitOfWork(session);
            var streams = some.SelectMany(person => OfPerson(person, body)).ToArray();
            await work.Load(streams.Select(s => s.Id), token);
            foreach (var (id, e) in streams) work.Append(id, [e], actor, Guid.CreateVersion7());
            await work.Save(token);
            made.AddRange(streams.Where(s => s.Event is CertificationDecided).Select(s => s.Id));
        }
        return [.. made];
    }

    private static DocumentStore Store(BenchLedger ledger, NpgsqlDataSource database) => DocumentStore.For(options =>
    {
        LedgerStore.Configure(options, new ApplicationMac(new KeyFolder(Path.Combine(ledger.Folder, "keys")).GetOrCreate("application-mac")), new());
        options.Connection(database);
    });

    private static IEnumerable<(Guid Id, LedgerEvent Event)> OfPerson(Guid person, string body)
    {
        var (completion, result) = (Guid.NewGuid(), Guid.NewGuid());
        yield return (completion, new CompletionRecorded(person, completion, BenchLedger.Course, Framework, [Unit], On, new(EvidenceKind.Attendance, "TDGA-DT-01/2569/1")));
        yield return (result, new ResultDeclared(person, result, Framework, Unit, null, Grade.Competent, 8450, Instrument.Portfolio, [Examiner], On.AddDays(30), new(EvidenceKind.ScoreSheet, "SIT-2569-04/1")));
        var decision = Decision.IdOf(Scheme, person, [result], [completion]);
        yield return (decision, new CertificationDecided(person, decision, Scheme, body, Ruling.Granted, [result], [completion], Decider, On.AddDays(60)));
    }
}
