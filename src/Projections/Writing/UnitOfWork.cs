using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using JasperFx.Events;
using Marten;

namespace CredentialLedger.Projections.Writing;

/// <summary>
/// One transaction on the ledger: it folds the streams that a decision needs from their events, never from a stored row, appends
/// what the decider answers at the versions that it saw, and saves all or nothing.
/// </summary>
public sealed class UnitOfWork(IDocumentSession session)
{
    // A batch of queries costs the database one each; one query for all costs less as soon as there are some.
    private const int Few = 16;

    private readonly Dictionary<Guid, Stream> streams = [];

    /// <summary>The session, for what must be stored in the same transaction.</summary>
    public IDocumentSession Session => session;

    /// <summary>Read these streams in one round trip; those read before are not read again.</summary>
    public async Task Load(IEnumerable<Guid> ids, CancellationToken token)
    {
        var missing = ids.Where(id => !streams.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length == 0) return;
        if (missing is [var only])
        {
            streams[only] = new Stream(only, await session.Events.FetchStreamAsync(only, token: token));
            return;
        }
        if (missing.Length > Few)
        {
            var all = await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(missing)).OrderBy(e => e.Version).ToListAsync(token);
            var found = all.ToLookup(e => e.StreamId);
            foreach (var id in missing) streams[id] = new Stream(id, [.. found[id]]);
            return;
        }
        var batch = session.CreateBatchQuery();
        var pending = missing.Select(id => (id, events: batch.Events.FetchStream(id))).ToArray();
        await batch.Execute(token);
        foreach (var (id, events) in pending) streams[id] = new Stream(id, await events);
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

    /// <summary>The version that a stream has, with what this unit of work appended.</summary>
    public long VersionOf(Guid id) => streams[id].Version;

    /// <summary>Commit, or throw and leave nothing.</summary>
    public Task Save(CancellationToken token) => session.SaveChangesAsync(token);

    private sealed class Stream(Guid id, IReadOnlyList<IEvent> read)
    {
        private readonly List<LedgerEvent> events = [.. read.Select(e => (LedgerEvent)e.Data)];
        private object? state;
        private int folded;

        public long VersionRead { get; } = read.Count;

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
