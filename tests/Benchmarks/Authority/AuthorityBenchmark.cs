using System.Diagnostics;
using System.Globalization;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Npgsql;

namespace CredentialLedger.Benchmarks.Authority;

/// <summary>What deciding a request's authority costs once the cache is warm, against a bare look into a dictionary and against asking the database.</summary>
public static class AuthorityBenchmark
{
    private const int Appointments = 20_000;
    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Authority ...");
        var people = Enumerable.Range(0, Appointments).Select(_ => Guid.NewGuid()).ToArray();
        var many = Many(people);
        var plain = people.ToDictionary(p => p, p => p);
        await using var database = ledger.Open();
        var cache = new AuthorityCache(database, new(new KeyFolder(Path.Combine(ledger.Folder, "keys")).GetOrCreate("application-mac")), TimeProvider.System);
        var known = (await cache.Current(token)).Agreement!.Parties[0].RepresentativeOn(Today)!.Value;

        var measured = await SideBySide.Run(
        [
            new("one dictionary look-up", (slice, _) => Task.FromResult(Rate(slice, i => plain.ContainsKey(people[i % Appointments])))),
            new($"entitlement among {Appointments.ToString("N0", CultureInfo.InvariantCulture)} appointments", (slice, _) => Task.FromResult(Rate(slice, i => many.Of(people[i % Appointments], Duties.DeclareResults, Today).Count == 1))),
            new("the cache of a running ledger, warm", (slice, _) => Task.FromResult(Rate(slice, _ => cache.Current(token).AsTask().Result.Of(known, Duties.Appoint, Today).Count == 1))),
            new("asking the database each time", async (slice, cancel) => await AskRate(database, slice, cancel)),
        ], settings, token);

        report.Heading("Authority");
        report.Line($"Aim: under 50 µs a request once warm. The cache looks at the ledger at most every {AuthorityCache.MaxAge.TotalMilliseconds:0} ms, which is included.\n");
        report.Table(["", "µs each"], measured.Select(m => (string[])[m.Name, $"{Spread.Of(m.Rates.Select(r => 1e6 / r))}"]));
    }

    private static Entitlements Many(Guid[] people)
    {
        var agreement = Agreement.Evolve(null, new AgreementSigned(Agreement.TheId, "", "", Today, "", [new("TPQI", "สคช.", "TPQI", Guid.NewGuid())], [new("2.3.2", "TPQI", "", "")]));
        return new(agreement, [], [.. people.Select(p => new Appointment(new(p, Guid.NewGuid(), "TPQI", "declare-results", "2.3.2", Today, null, p), null))]);
    }

    private static double Rate(TimeSpan slice, Func<int, bool> decide)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < slice; count++)
        {
            if (!decide(count)) throw new InvalidOperationException("What is measured must succeed.");
        }
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> AskRate(NpgsqlDataSource database, TimeSpan slice, CancellationToken token)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < slice; count++)
        {
            await using var command = database.CreateCommand("select count(*) from ledger.mt_events where type = 'appointment-made' and data ->> 'person' = $1");
            command.Parameters.Add(new() { Value = Guid.NewGuid().ToString() });
            await command.ExecuteScalarAsync(token);
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
