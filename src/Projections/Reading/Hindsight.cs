namespace CredentialLedger.Projections.Reading;

/// <summary>A row, or the state of a stream, as it was known at a moment, and what was recorded of it since; both folded from events and from nothing else.</summary>
/// <param name="Then">The row by what was recorded up to the moment; null when nothing that makes one was.</param>
/// <param name="Sequence">Place in the ledger of the last event known then; 0 before the first.</param>
/// <param name="Since">What was recorded later, in the order of recording, each with the row after it.</param>
/// <param name="Now">The row by everything that is recorded now.</param>
/// <param name="LastSequence">Place in the ledger of the last event of all.</param>
public sealed record Hindsight<T>(T? Then, long Sequence, IReadOnlyList<(Recorded Event, T? After)> Since, T? Now, long LastSequence) where T : class
{
    /// <summary>The row at a moment and since.</summary>
    /// <param name="events">Every event that can concern the row, in the order of recording, and at least one.</param>
    /// <param name="knownAt">The moment, included.</param>
    /// <param name="next">The row after an event, from the one before; null before the first.</param>
    public static Hindsight<T> Of(IReadOnlyList<Recorded> events, DateTimeOffset knownAt, Func<T?, Recorded, T?> next)
    {
        var (known, later) = Cut(events, knownAt);
        var then = known.Aggregate((T?)null, next);
        var (after, since) = (then, new List<(Recorded, T?)>());
        foreach (var e in later) since.Add((e, after = next(after, e)));
        return new(then, known is [.., var last] ? last.Sequence : 0, since, events.Aggregate((T?)null, next), events[^1].Sequence);
    }

    /// <summary>The later events by which an answer changed, told from the row before and after each.</summary>
    /// <param name="judge">Makes the answer from a row; answers compare by content.</param>
    public IReadOnlyList<Recorded> Changes<TAnswer>(Func<T?, TAnswer> judge)
    {
        var (answer, changes) = (judge(Then), new List<Recorded>());
        foreach (var (e, row) in Since)
        {
            var next = judge(row);
            if (!EqualityComparer<TAnswer>.Default.Equals(answer, next)) changes.Add(e);
            answer = next;
        }
        return changes;
    }

    // As EventSelection.RecordedUpTo cuts: a stream ends at its first later event, so that no history has a hole.
    private static (List<Recorded> Known, List<Recorded> Later) Cut(IReadOnlyList<Recorded> events, DateTimeOffset knownAt)
    {
        var (known, later, ended) = (new List<Recorded>(), new List<Recorded>(), new HashSet<Guid>());
        foreach (var e in events)
        {
            if (e.At > knownAt) ended.Add(e.Stream);
            (ended.Contains(e.Stream) ? later : known).Add(e);
        }
        return (known, later);
    }
}
