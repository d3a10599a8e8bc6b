using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Projections.Authority;

/// <summary>
/// Folds the events that authority follows from. A row that the application did not write as it stands (its commitment or MAC does not
/// hold), or that cannot be folded, takes its whole stream out: nobody gains a duty by SQL.
/// </summary>
internal sealed class EntitlementFold(ApplicationMac mac)
{
    private readonly Dictionary<Guid, object> states = [];
    private readonly HashSet<Guid> distrusted = [];

    /// <summary>How many rows were folded.</summary>
    public long Count { get; private set; }

    /// <summary>The last one's place in the ledger.</summary>
    public long Last { get; private set; }

    /// <summary>How many streams are distrusted.</summary>
    public int Distrusted => distrusted.Count;

    /// <summary>Take one more row into account.</summary>
    public void Add(StoredEvent row)
    {
        Count++;
        Last = row.Sequence;
        if (distrusted.Contains(row.Stream)) return;
        if (Next(row) is { } state)
        {
            states[row.Stream] = state;
            return;
        }
        states.Remove(row.Stream);
        distrusted.Add(row.Stream);
    }

    /// <summary>Who is entitled to what by now.</summary>
    public Entitlements Result() => new(states.Values.OfType<Agreement>().SingleOrDefault(),
        states.Values.OfType<Accreditation>().ToArray(), states.Values.OfType<Appointment>().ToArray());

    private object? Next(StoredEvent row)
    {
        try
        {
            return row.Whole && row.IsAuthentic(mac) ? Aggregates.Next(states.GetValueOrDefault(row.Stream), row.Read().Data) : null;
        }
        catch (Exception e) when (e is UnreadableEventException or ImpossibleEventException)
        {
            return null;
        }
    }
}
