using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Evidence;

namespace CredentialLedger.Api.EvidenceBundles;

/// <summary>What is sealed under one person's key in the events of a bundle, opened: a line of JSON for each value (docs/formats/evidence.md, section 4).</summary>
public static class OpenedValues
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The lines, in UTF-8. They never leave the ledger unencrypted.</summary>
    public static byte[] Of(IEnumerable<EvidenceEvent> events, PersonKey key)
    {
        using var lines = new MemoryStream();
        foreach (var e in events)
        {
            foreach (var (pointer, value) in In(JsonNode.Parse(e.Opening.Payload!.Value.Canonical.Span), "", "", e.Opening.Envelope.Type, key))
            {
                JsonSerializer.Serialize(lines, new JsonObject { ["event"] = e.Opening.Envelope.Event.ToString("D"), ["pointer"] = pointer, ["value"] = value }, Readable);
                lines.WriteByte((byte)'\n');
            }
        }
        return lines.ToArray();
    }

    /// <summary>Whether a JSON object is a sealed value (docs/formats/event.md, section 8).</summary>
    public static bool IsSealed(JsonObject node) => node.Count == 5 && node.ContainsKey("nonce") && node.ContainsKey("ciphertext") && node.ContainsKey("key");

    // The field that a value is bound to is the property that holds it; stored names need no escape in a pointer.
    private static IEnumerable<(string Pointer, JsonNode? Value)> In(JsonNode? node, string pointer, string field, string type, PersonKey key) => node switch
    {
        JsonObject shut when IsSealed(shut) => shut.Deserialize<Sealed<JsonNode>>(LedgerJson.Options) is { } value && (value.Person, value.Key) == (key.Person, key.Id)
            ? [(pointer, JsonNode.Parse(key.Decrypt(type, field, Convert.FromBase64String(value.Nonce), Convert.FromBase64String(value.Ciphertext))))] : [],
        JsonObject members => members.SelectMany(m => In(m.Value, $"{pointer}/{m.Key}", m.Key, type, key)),
        JsonArray items => items.SelectMany((item, i) => In(item, $"{pointer}/{i}", field, type, key)),
        _ => [],
    };
}
