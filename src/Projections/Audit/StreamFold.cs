using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Projections.Audit;

/// <summary>
/// Folds every stream as a decider would, in the order of recording, and finds what no decider can have left: an event that cannot
/// follow, and a version that is missing. A stream that has reached its last version is forgotten, so memory follows the open ones.
/// </summary>
/// <param name="lengths">The last version of every stream that has more than one event, as the table of streams says.</param>
public sealed class StreamFold(IReadOnlyDictionary<Guid, long> lengths)
{
    private readonly Dictionary<Guid, (object? State, long Version)> open = [];
    private readonly HashSet<Guid> broken = [];

    /// <summary>How many streams were begun.</summary>
    public long Count { get; private set; }

    /// <summary>Fold one event in.</summary>
    /// <returns>What is wrong with it, or null; of a stream only the first thing is told.</returns>
    public Discrepancy? Apply(Recorded e)
    {
        if (broken.Contains(e.Stream)) return null;
        var (state, version) = open.GetValueOrDefault(e.Stream);
        if (version == 0) Count++;
        if (e.Version != version + 1) return Break(DiscrepancyKind.MissingEvent, e);
        try
        {
            state = Aggregates.Next(state, e.Data);
        }
        catch (ImpossibleEventException)
        {
            return Break(DiscrepancyKind.ImpossibleEvent, e);
        }
        if (e.Version >= lengths.GetValueOrDefault(e.Stream, 1)) open.Remove(e.Stream);
        else open[e.Stream] = (state, e.Version);
        return null;
    }

    private Discrepancy Break(DiscrepancyKind kind, Recorded e)
    {
        broken.Add(e.Stream);
        open.Remove(e.Stream);
        return new(kind, e.Sequence, e.Stream);
    }
}
