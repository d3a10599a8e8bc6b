using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Privacy;

/// <summary>Gathers everything that the ledger holds on a person. Whatever event names them is in it, also one that this code has never heard of.</summary>
public sealed class Exporter(EventReader events, Documents documents, TimeProvider clock)
{
    /// <summary>Gather, for whoever asked; the export has no id yet.</summary>
    public async Task<PersonExport> Gather(PersonKey key, Actor by, CancellationToken token)
    {
        var entries = new List<PersonExport.Entry>();
        await foreach (var e in events.Read(new() { Person = key.Person }, token)) entries.Add(Of(e, key));
        await foreach (var e in events.Read(new() { Subject = key.Person }, token)) entries.Add(Of(e, key));
        var signed = new List<PersonExport.Document>();
        foreach (var (credential, number) in await documents.Of(key.Person, token))
            if (await documents.Read(credential, token) is { } content) signed.Add(new(credential, number, "application/xml", content));
        return new(PersonExport.CurrentFormat, Guid.Empty, key.Person, clock.GetUtcNow(), by, [.. entries.OrderBy(e => e.Sequence)], signed);
    }

    private static PersonExport.Entry Of(Recorded e, PersonKey key)
    {
        var type = EventCatalogue.NameOf(e.Data);
        return new(e.Sequence, e.At, type, e.Stream, e.By, Opened(JsonSerializer.SerializeToNode(e.Data, e.Data.GetType(), LedgerJson.Options), type, "", key));
    }

    // A sealed value is known by its members (docs/formats/event.md, section 8); the field that it is bound to is the property that holds it.
    private static JsonNode? Opened(JsonNode? node, string type, string field, PersonKey key) => node switch
    {
        JsonObject shut when IsSealed(shut) => shut.Deserialize<Sealed<JsonNode>>(LedgerJson.Options) is { } value && (value.Person, value.Key) == (key.Person, key.Id)
            ? JsonNode.Parse(key.Decrypt(type, field, Convert.FromBase64String(value.Nonce), Convert.FromBase64String(value.Ciphertext))) : null,
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Opened(m.Value, type, m.Key, key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Opened(item, type, field, key))]),
        _ => node?.DeepClone(),
    };

    private static bool IsSealed(JsonObject node) => node.Count == 5 && node.ContainsKey("nonce") && node.ContainsKey("ciphertext") && node.ContainsKey("key");
}
