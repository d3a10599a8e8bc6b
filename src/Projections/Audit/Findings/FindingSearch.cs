using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;
using Npgsql;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>Computes every finding afresh from the event table, in one pass over one snapshot, and changes nothing.</summary>
public sealed class FindingSearch(NpgsqlDataSource database, ApplicationMac mac, LogPolicy policy)
{
    private const int TellEvery = 1000;

    /// <summary>Search.</summary>
    /// <param name="progress">Is told now and then how many events were read, and of how many.</param>
    /// <param name="token">Ends the search.</param>
    public async Task<FindingsReport> Run(Action<long, long> progress, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);
        var total = await new LedgerSnapshot(connection).Count(EventSelection.All, token);
        var pass = new Pass(mac, new(Thresholds.InForce, (await ProvenTimes.Read(connection, policy, token)).Of));
        progress(0, total);
        await foreach (var row in EventReader.Rows(connection, EventSelection.All, token))
        {
            pass.Take(row);
            if (pass.Events % TellEvery == 0) progress(pass.Events, total);
        }
        progress(total, total);
        return pass.Report();
    }

    private sealed class Pass(ApplicationMac mac, Examination examination)
    {
        // A moment outside of these was written by SQL, and no arithmetic on those inside can overflow.
        private const int FirstYear = 2017, LastYear = 2400;
        private readonly Dictionary<Guid, Review> reviews = [];
        private long last, unreadable, distrusted;

        public long Events { get; private set; }

        public void Take(StoredEvent row)
        {
            Events++;
            last = row.Sequence;
            try
            {
                var e = row.At.Year is >= FirstYear and <= LastYear ? row.Read() : throw new UnreadableEventException(row.Sequence, row.Type);
                // Authority that somebody wrote by SQL must not cover up what was done without any.
                if (AuthorityCache.Concerns(e.Data) && !row.IsAuthentic(mac)) distrusted++;
                else examination.Look(new(row.Id, e.Data, e.Sequence, e.Stream, e.At, e.By));
                if (Review.Concerns(e.Data)) reviews[e.Stream] = Review.Evolve(reviews.GetValueOrDefault(e.Stream), e.Data)!;
            }
            catch (Exception e) when (e is UnreadableEventException or ImpossibleEventException)
            {
                unreadable++;
            }
        }

        public FindingsReport Report() => new(last, Events, unreadable, distrusted, Thresholds.InForce.Version, examination.End(), reviews);
    }
}

/// <summary>Every finding of a ledger.</summary>
/// <param name="LastSequence">Place in the ledger of the last event read; 0 when there is none.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Unreadable">How many of them could not be read, so that no rule saw them; anything but 0 is a matter for the audit.</param>
/// <param name="Distrusted">How many rows of authority the application did not write as they stand, so that no rule saw them; the same.</param>
/// <param name="Thresholds">Version of the thresholds.</param>
/// <param name="Findings">In the order in which they showed.</param>
/// <param name="Reviews">What auditors did with findings, by their ids.</param>
public sealed record FindingsReport(long LastSequence, long Events, long Unreadable, long Distrusted, string Thresholds,
    IReadOnlyList<Finding> Findings, IReadOnlyDictionary<Guid, Review> Reviews)
{
    /// <summary>What a decider is told of a finding; null when no rule finds it.</summary>
    public Lead? LeadOf(Guid id) => Findings.FirstOrDefault(f => f.Id == id) is not { } found ? null
        : new(id, found.Rule, Thresholds, [.. found.Shows.Select(s => s.Event)], [.. found.Concerned]);
}
