using CredentialLedger.Projections;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.People;
using static CredentialLedger.Api.Tests.Torture.EventChanges;
using static CredentialLedger.Projections.Audit.DefectKind;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Deletes and forged inserts, and changes of what stands beside the events: streams, the log's tables, read models.</summary>
/// <param name="thief">Has the application's key.</param>
internal sealed class RowChanges(Forger thief)
{
    private const string Next = "(select max(seq_id) + 1000 from ledger.mt_events)";
    private static readonly DateTimeOffset LastYear = new(2025, 11, 20, 3, 0, 0, TimeSpan.Zero);

    /// <summary>The kinds.</summary>
    public IReadOnlyList<Func<Random, SqlTarget, SqlTarget, SqlChange>> All { get; } =
    [
        // deletes
        (_, e, _) => new("delete of an event", Delete(e), Missing(e)),
        (_, e, _) => new("delete of an event and its stream", $"{Delete(e)}; delete from ledger.mt_streams where id = '{e.Stream}'", Missing(e)),
        (_, e, _) => new("delete of a stream with all its events", $"delete from ledger.mt_events where stream_id = '{e.Stream}'; delete from ledger.mt_streams where id = '{e.Stream}'", Missing(e)),
        (_, e, _) => new("delete of an event and its leaf", $"{Delete(e)}; delete from log.leaves where event = '{e.Id}'", Hole(e)),
        (_, e, _) => new("delete of an event and closing up of the leaves", $"""
            {Delete(e)}; delete from log.leaves where event = '{e.Id}'; update log.leaves set index = -index where index > {e.Index}; update log.leaves set index = -index - 1 where index < 0
            """, new Defect(HeadChanged, "log.heads")),
        (_, _, _) => new("delete of the last ten events and their leaves", """
            create temp table last on commit drop as select event from log.leaves order by index desc limit 10;
            delete from ledger.mt_events where id in (select event from last); delete from log.leaves where event in (select event from last)
            """, new Defect(HeadChanged, "log.heads")),

        // forged inserts
        (r, e, _) => Insert("copy of a row", r, id => $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            select {Next}, '{id}', '{New(r)}', 1, data, type, now(), tenant_id, mt_dotnet_type, headers, false from ledger.mt_events where id = '{e.Id}'
            """),
        (r, e, _) => Insert("bare row", r, id => $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp) values ({Next}, '{id}', '{New(r)}', 1, $json${e.Data}$json$, '{e.Type}', now())
            """),
        (r, e, _) => Insert("with an invented key", r, id => Forger.WithoutKey.Insert(e, id, New(r), 1, Next, DateTimeOffset.UtcNow)),
        (r, e, _) => Insert("with an invented key, further on in a stream", r, id => Forger.WithoutKey.Insert(e, id, e.Stream, 7, Next, DateTimeOffset.UtcNow)),
        (r, e, _) => Insert("with an invented key, before all others", r, id => Forger.WithoutKey.Insert(e, id, New(r), 1, $"{-r.Next(1, 1000)}", LastYear)),
        (r, e, _) => Insert("with the stolen key, of last year", r, id => thief.Insert(e, id, New(r), 1, Next, LastYear)),
        (r, e, _) => New(r) is var id ? new("insert with the stolen key and a leaf", $"""
            {thief.Insert(e, id, New(r), 1, Next, LastYear)};
            insert into log.leaves select log, index + 1, '{id}', (select seq_id from ledger.mt_events where id = '{id}'), entry from log.leaves order by index desc limit 1
            """, new Defect(EventRedated, $"{id}"), new Defect(HeadChanged, "log.heads")) : null!,

        // streams
        (r, e, _) => Stream(e, $"version = version + {r.Next(1, 9)}", "version"),
        (_, e, _) => Stream(e, "created = created - interval '1 hour'", "created"),
        (_, e, _) => Stream(e, "timestamp = timestamp + interval '1 microsecond'", "timestamp"),
        (_, e, _) => Stream(e, "tenant_id = 'other'", "tenant_id"),
        (_, e, _) => Stream(e, "is_archived = true", "is_archived"),
        (_, e, _) => Stream(e, "type = 'other'", "type"),
        (_, e, _) => new("delete of a stream's row", $"delete from ledger.mt_streams where id = '{e.Stream}'", new Defect(StreamChanged, $"{e.Stream}", "row")),
        (r, e, _) => New(r) is var id ? new("insert of a stream's row", $"insert into ledger.mt_streams (id, version, timestamp, created, tenant_id, is_archived) select '{id}', version, timestamp, created, tenant_id, false from ledger.mt_streams where id = '{e.Stream}'",
            new Defect(StreamChanged, $"{id}", "id")) : null!,

        // the log's tables
        (r, e, _) => Leaf(e, $"entry = set_byte(entry, {r.Next(1, 33)}, get_byte(entry, 1) # {r.Next(1, 256)})", "entry", new Defect(HeadChanged, "log.heads")),
        (_, e, _) => Leaf(e, "entry = set_byte(entry, 0, 2)", "form", new Defect(EventInserted, $"{e.Id}")),
        // The row that lost its leaf counts as inserted only once it is a minute old.
        (r, e, _) => New(r) is var id ? Leaf(e, $"event = '{id}'", "event", new Defect(EventMissing, $"{id}")) : null!,
        (r, e, _) => Leaf(e, $"sequence = sequence + {r.Next(1, 99)}", "sequence", new Defect(EventMoved, $"{e.Id}", "seq_id")),
        (_, e, _) => Leaf(e, "log = 0", "log", Hole(e)),
        (r, e, _) => Leaf(e, $"index = {r.Next(100_000, 900_000)}", "index", new Defect(LeafChanged, "log.leaves", "index")),
        (_, e, _) => new("delete of a leaf", $"delete from log.leaves where event = '{e.Id}'", Hole(e)),
        (_, e, o) => new("swap of two leaves", $"update log.leaves set index = -index where index in ({e.Index}, {o.Index}); update log.leaves set index = case index when {-e.Index} then {o.Index} else {e.Index} end where index < 0", new Defect(HeadChanged, "log.heads")),
        (r, _, _) => new("head: subtrees", $"update log.heads set subtrees = set_byte(subtrees, {r.Next(64)}, get_byte(subtrees, 3) # {r.Next(1, 256)})", new Defect(HeadChanged, "log.heads")),
        (r, _, _) => new("head: size", $"update log.heads set size = size + {r.Next(1, 9)}", new Defect(HeadChanged, "log.heads")),
        (_, _, _) => new("head: origin", "update log.heads set origin = 'other.example/log'", new Defect(HeadChanged, "log.heads")),
        (_, _, _) => new("delete of the head", "delete from log.heads", new Defect(HeadChanged, "log.heads")),
        (r, _, _) => new("checkpoint: note", $"update log.checkpoints set note = overlay(note placing '{(char)('a' + r.Next(26))}~' from {r.Next(5, 60)}) where size = (select min(size) from log.checkpoints)", new Defect(CheckpointWrong, "log.checkpoints", "note")),
        (r, _, _) => new("checkpoint: size", $"update log.checkpoints set size = size + {r.Next(1, 9)} where size = (select min(size) from log.checkpoints)", new Defect(CheckpointWrong, "log.checkpoints", "note")),
        (_, _, _) => new("delete of the last checkpoint", "delete from log.checkpoints where size = (select max(size) from log.checkpoints)", new Defect(CheckpointWrong, "log.checkpoints", "row")),

        // read models
        (r, e, _) => Model<Timeline>(r, e),
        (r, e, _) => Model<SkillProfile>(r, e),
        (r, e, _) => Model<CredentialStanding>(r, e),
    ];

    // Behind the last leaf there is none that could stand elsewhere: then it is the head that holds one more.
    private static Defect Hole(SqlTarget e) => e.Index == LargeLedger.Events - 1 ? new(HeadChanged, "log.heads") : new(LeafChanged, "log.leaves", "index");

    private static Defect Missing(SqlTarget e) => new(EventMissing, $"{e.Id}");

    private static string Delete(SqlTarget e) => $"delete from ledger.mt_events where id = '{e.Id}'";

    private static SqlChange Insert(string kind, Random chance, Func<Guid, string> sql) => New(chance) is var id ? new($"insert: {kind}", sql(id), new Defect(EventInserted, $"{id}")) : null!;

    private static SqlChange Stream(SqlTarget e, string set, string column) => new($"stream: {column}", $"update ledger.mt_streams set {set} where id = '{e.Stream}'", new Defect(StreamChanged, $"{e.Stream}", column));

    private static SqlChange Leaf(SqlTarget e, string set, string kind, Defect expected) => new($"leaf: {kind}", $"update log.leaves set {set} where event = '{e.Id}'", expected);

    // Their changes and deletes are ReplayScenario's.
    private static SqlChange Model<T>(Random chance, SqlTarget e) where T : class, IReadModel<T> => New(chance) is var id ? new($"read model: {typeof(T).Name}",
        $"insert into {ReadModel.Of<T>().Table} (id, data) values ('{id}', $json${e.Data}$json$)", new Defect(ReadModelDiffers, $"{id}")) : null!;
}
