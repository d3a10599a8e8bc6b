using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Storage;
using static CredentialLedger.Projections.Audit.DefectKind;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Changes of the values, the dates and the headers of one event, and swaps of two, by somebody who has the database and no key.</summary>
internal static class EventChanges
{
    private const string Envelope = "stream_id, type, headers.actor", Times = "timestamp, correlation_id, causation_id";

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<Func<Random, SqlTarget, SqlTarget, SqlChange>> All { get; } =
    [
        // values
        (r, e, _) => Data(e, "payload value", Mutated(r, e.Data)),
        (r, e, _) => Data(e, "payload member gone", Edited(e.Data, o => o.Remove(Any(r, o)))),
        (r, e, _) => Data(e, "payload member more", Edited(e.Data, o => o[$"more{r.Next(1000)}"] = r.Next())),
        (r, e, _) => Data(e, "payload empty", "{}"),
        (r, e, _) => Set(e, "version", $"version = {e.Version + r.Next(5, 60)}", EventChanged, "version"),
        (r, e, _) => Set(e, "type", $"type = '{Other(r, e)}'", EventChanged, "mt_dotnet_type"),
        (r, e, _) => Other(r, e) is var type && EventCatalogue.Types[type] is var t ? Set(e, "type and class", $"type = '{type}', mt_dotnet_type = '{t.FullName}, {t.Assembly.GetName().Name}'", EventChanged, Envelope) : null!,
        (_, e, _) => Set(e, "class", "mt_dotnet_type = mt_dotnet_type || 'x'", EventChanged, "mt_dotnet_type"),
        (r, e, _) => Set(e, "stream", $"stream_id = '{New(r)}'", EventChanged, Envelope),
        (_, e, o) => Set(e, "stream of another", $"stream_id = '{o.Stream}', version = 5", EventChanged, Envelope),
        (_, e, _) => Set(e, "archived", "is_archived = true", EventChanged, "is_archived"),
        (_, e, _) => Set(e, "tenant", "tenant_id = 'other'", EventChanged, "tenant_id"),
        (_, e, _) => Set(e, "binary data", "bdata = '\\x00'", EventChanged, "bdata"),
        (r, e, _) => Set(e, "sequence", $"seq_id = {-r.Next(1, 1000)}", EventMoved, "seq_id"),
        (r, e, _) => New(r) is var id ? new("id", Update(e, $"id = '{id}'"), new(EventMissing, $"{e.Id}"), new(EventInserted, $"{id}")) : null!,

        // dates
        (r, e, _) => Set(e, "backdated by days", $"timestamp = timestamp - interval '{r.Next(1, 900)} days'", EventRedated, Times),
        (r, e, _) => Set(e, "redated by microseconds", $"timestamp = timestamp + interval '{r.Next(1, 1000)} microseconds'", EventRedated, Times),
        (r, e, _) => Set(e, "correlation", $"correlation_id = '{r.NextInt64():x32}'", EventRedated, Times),
        (r, e, _) => Set(e, "causation", $"causation_id = '{r.NextInt64():x32}'", EventRedated, Times),

        // headers
        (_, e, _) => Header(e, "format", h => h["format"] = 2, "headers.format"),
        (r, e, _) => Header(e, "actor", h => Mutate(r, (JsonObject)h["actor"]!), Envelope),
        (_, e, _) => Header(e, "actor member gone", h => ((JsonObject)h["actor"]!).Remove("authority"), Envelope),
        (r, e, _) => Header(e, "command", h => h["command"] = $"{New(r)}", "headers.command"),
        (r, e, _) => Header(e, "salt", h => h["salt"] = Bytes(r, 32), "headers.salt"),
        (r, e, _) => Header(e, "short salt", h => h["salt"] = Bytes(r, 31), "headers.salt"),
        (r, e, _) => Header(e, "commitment", h => h["commitment"] = Bytes(r, 32), "headers.commitment"),
        (r, e, _) => Header(e, "mac", h => h["mac"] = Bytes(r, 32), "headers.mac"),
        (r, e, _) => Header(e, "header more", h => h[$"more{r.Next(1000)}"] = 1, "headers"),
        (r, e, _) => Header(e, "header gone", h => h.Remove(Any(r, h)), "headers"),
        (_, e, _) => Set(e, "headers gone", "headers = null", EventChanged, "headers"),
        (_, e, o) => Set(e, "headers of another", $"headers = (select headers from ledger.mt_events where id = '{o.Id}')", EventChanged, null),
        (_, e, o) => Set(e, "headers and data of another", $"(headers, data) = (select headers, data from ledger.mt_events where id = '{o.Id}')", EventChanged, null),

        // swaps
        (_, e, o) => Swap(e, o, "data and headers", EventChanged),
        (_, e, o) => Swap(e, o, "timestamp", EventRedated),
        (_, e, o) => Swap(e, o, "seq_id", EventMoved),
        (_, e, o) => Swap(e, o, "stream_id", EventChanged),
        (_, e, o) => Swap(e, o, "id", null),
    ];

    /// <summary>A new random id.</summary>
    public static Guid New(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(bytes);
    }

    private static SqlChange Set(SqlTarget e, string kind, string set, DefectKind found, string? column) => new(kind, Update(e, set), new Defect(found, $"{e.Id}", column));

    private static string Update(SqlTarget e, string set) => $"update ledger.mt_events set {set} where id = '{e.Id}'";

    private static SqlChange Data(SqlTarget e, string kind, string json) => Set(e, kind, $"data = $json${json}$json$", EventChanged, "data");

    private static SqlChange Header(SqlTarget e, string kind, Action<JsonObject> edit, string column) => Set(e, $"header: {kind}", $"headers = $json${Edited(e.Headers, edit)}$json$", EventChanged, column);

    // In two steps, since values of two rows are never equal for a moment.
    private static SqlChange Swap(SqlTarget a, SqlTarget b, string what, DefectKind? found)
    {
        var set = what switch { "data and headers" => "data = o.data, headers = o.headers", "stream_id" => "stream_id = o.stream_id, version = o.version", _ => $"{what} = o.{what}" };
        var aside = what switch { "seq_id" => "seq_id = -seq_id", "id" => "id = gen_random_uuid()", "stream_id" => "stream_id = gen_random_uuid()", _ => "is_archived = is_archived" };
        return new($"swap of {what}", $"""
            create temp table pair on commit drop as select * from ledger.mt_events where id in ('{a.Id}', '{b.Id}');
            update ledger.mt_events set {aside} where seq_id in ({a.Sequence}, {b.Sequence});
            update ledger.mt_events e set {set} from pair o join pair t on t.id <> o.id where e.seq_id = t.seq_id or e.seq_id = -t.seq_id;
            """, new Defect(found ?? EventMoved, $"{a.Id}"), new Defect(found ?? EventMoved, $"{b.Id}"));
    }

    private static string Mutated(Random chance, string json) => Edited(json, o => Mutate(chance, o));

    private static string Edited(string json, Action<JsonObject> edit)
    {
        var node = (JsonObject)JsonNode.Parse(json)!;
        edit(node);
        return node.ToJsonString();
    }

    private static string Any(Random chance, JsonObject o) => o.ElementAt(chance.Next(o.Count)).Key;

    private static void Mutate(Random chance, JsonObject o)
    {
        var (key, value) = o.ElementAt(chance.Next(o.Count));
        if (value is JsonObject { Count: > 0 } inner) Mutate(chance, inner);
        else if (value is JsonArray { Count: > 0 } list) list.RemoveAt(chance.Next(list.Count));
        else o[key] = value switch
        {
            JsonValue v when v.TryGetValue(out bool yes) => !yes,
            JsonValue v when v.TryGetValue(out long number) => number + 1,
            JsonValue v when v.TryGetValue(out string? text) => text + chance.Next(10).ToString(CultureInfo.InvariantCulture),
            _ => "something",
        };
    }

    private static string Other(Random chance, SqlTarget e) => EventCatalogue.Types.Keys.Where(t => t != e.Type).ElementAt(chance.Next(EventCatalogue.Types.Count - 1));

    private static string Bytes(Random chance, int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
