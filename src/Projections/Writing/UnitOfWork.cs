using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Marten;
using Npgsql;

namespace CredentialLedger.Projections.Writing;

/// <summary>
/// One transaction on the ledger: it folds the streams that a decision needs from their events, never from a stored row, appends
/// what the decider answers at the versions that it saw, and saves all or nothing.
/// </summary>
public sealed class UnitOfWork(IDocumentSession session)
{
    // For each stream its own look into the index, however little the planner knows of the table: after a bulk load it expects so many rows of a stream that it reads the whole table.
    private const string Streams = $"""
        select e.stream_id, e.seq_id, e.type, coalesce(e.data, 'null') from unnest($1) s (id)
        cross join lateral (select * from {LedgerStore.Schema}.mt_events e where e.stream_id = s.id and not e.is_archived offset 0) e order by e.version
        """;

    private readonly Dictionary<Guid, Stream> streams = [];
    private readonly HashSet<Guid> held = [];

    /// <summary>The session, for what must be stored in the same transaction.</summary>
    public IDocumentSession Session => session;

    /// <summary>Read these streams in one round trip; those read before are not read again.</summary>
    /// <exception cref="UnreadableEventException">A stored event cannot be read.</exception>
    public async Task Load(IEnumerable<Guid> ids, CancellationToken token)
    {
        var missing = ids.Where(id => !streams.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length == 0) return;
        var read = missing.ToDictionary(id => id, _ => new List<LedgerEvent>());
        await using (var command = new NpgsqlCommand(Streams) { Parameters = { new() { Value = missing } } })
        await using (var rows = await session.ExecuteReaderAsync(command, token))
        {
            while (await rows.ReadAsync(token)) read[rows.GetGuid(0)].Add(StoredEvent.Payload(rows.GetInt64(1), rows.GetString(2), rows.GetFieldValue<byte[]>(3)));
        }
        foreach (var (id, events) in read) streams[id] = new Stream(id, events);
    }

    /// <summary>Begin a stream of a new random id, which nobody can have written to: it is not read.</summary>
    public Guid Begin()
    {
        var id = Guid.CreateVersion7();
        streams[id] = new Stream(id, []);
        return id;
    }

    /// <summary>The state of a stream, with what this unit of work appended to it; null when it has no events.</summary>
    public async Task<T?> Fold<T>(Guid id, CancellationToken token) where T : class, IEvolve<T>
    {
        await Load([id], token);
        return streams[id].State<T>();
    }

    /// <summary>The states of those streams that have events.</summary>
    public async Task<IReadOnlyList<T>> FoldAll<T>(IReadOnlyCollection<Guid> ids, CancellationToken token) where T : class, IEvolve<T>
    {
        await Load(ids, token);
        return [.. ids.Distinct().Select(id => streams[id].State<T>()).OfType<T>()];
    }

    /// <summary>The stream on which this command was carried out before; null when it was not.</summary>
    public async Task<Guid?> CarriedOutOn(Guid command, CancellationToken token) => (await session.Events.LoadAsync(command, token))?.StreamId;

    /// <summary>Append what a decider answered. The first event of a command has the command's id, so that a command is carried out once.</summary>
    public void Append(Guid id, ValueList<LedgerEvent> events, Actor by, Guid command)
    {
        if (events.Count == 0) return;
        var stream = streams[id];
        var action = session.Events.Append(id, events.Cast<object>());
        action.ExpectedVersionOnServer = stream.VersionRead;
        var added = action.Events.Skip(action.Events.Count - events.Count).ToArray();
        for (var i = 0; i < added.Length; i++)
        {
            added[i].Id = i == 0 ? command : Ids.Derive("event", command.Key(), i.ToString());
            added[i].SetHeader(EventHeaders.Actor, by);
            added[i].SetHeader(EventHeaders.Command, command);
        }
        stream.Add(events);
    }

    /// <summary>
    /// Have <see cref="Save"/> fail, as if this one had been written, where somebody else writes to a stream that was read: what was decided holds only while it stays
    /// so, such as that nothing renews a credential. Both who write on the word of each other's streams hold those.
    /// </summary>
    public void Hold(IEnumerable<Guid> ids) => held.UnionWith(ids);

    /// <summary>The version that a stream has, with what this unit of work appended.</summary>
    public long VersionOf(Guid id) => streams[id].Version;

    /// <summary>Commit, or throw and leave nothing.</summary>
    public Task Save(CancellationToken token)
    {
        // What is written is written at the version that was read.
        var read = held.Where(id => streams[id].Version == streams[id].VersionRead).ToDictionary(id => id, id => streams[id].VersionRead);
        if (read.Count > 0) ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new HeldStreams(read));
        return session.SaveChangesAsync(token);
    }

    private sealed class Stream(Guid id, List<LedgerEvent> events)
    {
        private object? state;
        private int folded;

        public long VersionRead { get; } = events.Count;

        public long Version => events.Count;

        public void Add(ValueList<LedgerEvent> more) => events.AddRange(more);

        public T? State<T>() where T : class, IEvolve<T>
        {
            if (state is not (null or T)) throw new OtherStreamException(id, typeof(T));
            for (; folded < events.Count; folded++) state = Next<T>();
            return (T?)state;
        }

        private T? Next<T>() where T : class, IEvolve<T>
        {
            try
            {
                return T.Evolve((T?)state, events[folded]);
            }
            catch (ImpossibleEventException) when (folded == 0)
            {
                throw new OtherStreamException(id, typeof(T));
            }
        }
    }
}

/// <summary>An id was given for one thing that is the id of another: a course's where a person's belongs. The caller's fault, and nothing is recorded.</summary>
public sealed class OtherStreamException(Guid stream, Type asked) : Exception($"Stream {stream} is no {asked.Name}.");
