using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;
using Npgsql;

namespace CredentialLedger.Projections.Authority;

/// <summary>
/// Entitlements folded from events, kept in memory and never older than <see cref="MaxAge"/>: whoever asks later than that waits for a
/// look at the ledger. So a revoked appointment stops working on every node within that time, and without the database nobody is entitled.
/// </summary>
public sealed class AuthorityCache(NpgsqlDataSource database, ApplicationMac mac, TimeProvider clock)
{
    /// <summary>The oldest that an answer can be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(500);

    private static readonly HashSet<Type> Concerned = [.. Aggregates.EventsOf(typeof(Agreement), typeof(Accreditation), typeof(Appointment))];

    private readonly SemaphoreSlim one = new(1);
    private EntitlementFold fold = new(mac);
    private volatile Snapshot? current;
    private int writes;

    /// <summary>How many streams of authority hold a row that the application did not write; anything but 0 is an alarm.</summary>
    public int Distrusted => fold.Distrusted;

    /// <summary>Whether authority follows from an event.</summary>
    public static bool Concerns(LedgerEvent e) => Concerned.Contains(e.GetType());

    /// <summary>Who is entitled to what.</summary>
    public ValueTask<Entitlements> Current(CancellationToken token) => Fresh() is { } known ? new(known) : new(Refresh(token));

    /// <summary>This process recorded something that authority follows from: look again before the next answer.</summary>
    public void Expire() => Interlocked.Increment(ref writes);

    /// <summary>Who was entitled to what by what was recorded up to a moment, replayed from events; and the place in the ledger of the last one, 0 before the first.</summary>
    public async Task<(Entitlements Then, long Sequence)> At(DateTimeOffset moment, CancellationToken token)
    {
        var then = new EntitlementFold(mac);
        await using var connection = await database.OpenConnectionAsync(token);
        await foreach (var row in EventReader.Rows(connection, EventSelection.OfAuthority with { RecordedUpTo = moment }, token)) then.Add(row);
        return (then.Result(), then.Last);
    }

    private Entitlements? Fresh() =>
        current is { } c && c.Writes == Volatile.Read(ref writes) && clock.GetElapsedTime(c.Looked) < MaxAge ? c.Entitlements : null;

    private async Task<Entitlements> Refresh(CancellationToken token)
    {
        await one.WaitAsync(token);
        try
        {
            if (Fresh() is { } known) return known;
            var (looked, seen) = (clock.GetTimestamp(), Volatile.Read(ref writes));
            await using var connection = await database.OpenConnectionAsync(token);
            var changed = await CatchUp(connection, token);
            current = new(changed || current is null ? fold.Result() : current.Entitlements, looked, seen);
            return current.Entitlements;
        }
        finally
        {
            one.Release();
        }
    }

    // Usually what is new comes after what is known. Where the count then differs, a transaction with an earlier place in the ledger
    // committed later, or a row went: everything is folded afresh.
    private async Task<bool> CatchUp(NpgsqlConnection connection, CancellationToken token)
    {
        var count = await CountOf(connection, token);
        if (count == fold.Count) return false;
        await foreach (var row in EventReader.Rows(connection, EventSelection.OfAuthority with { After = fold.Last }, token)) fold.Add(row);
        if (fold.Count >= count && fold.Count == await CountOf(connection, token)) return true;
        var afresh = new EntitlementFold(mac);
        await foreach (var row in EventReader.Rows(connection, EventSelection.OfAuthority, token)) afresh.Add(row);
        fold = afresh;
        return true;
    }

    private static async Task<long> CountOf(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {LedgerStore.Schema}.mt_events where {ReadingIndexes.IsAuthority}", connection);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private sealed record Snapshot(Entitlements Entitlements, long Looked, int Writes);
}
