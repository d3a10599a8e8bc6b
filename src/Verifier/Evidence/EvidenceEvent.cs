using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>Where an event stands in the log, and the checkpoint that the bundle proves it under.</summary>
/// <param name="Index">Index of its leaf.</param>
/// <param name="Size">Size of the tree, by which the checkpoint's member is named.</param>
/// <param name="Path">The inclusion proof, from the leaf's sibling up.</param>
public sealed record EvidencePlace(long Index, long Size, IReadOnlyList<byte[]> Path);

/// <summary>One event of a bundle, opened with its payload; what is sealed in the payload stays so.</summary>
/// <param name="Opening">The opening.</param>
/// <param name="Place">Its place in the log; null when no checkpoint covered it yet.</param>
public sealed record EvidenceEvent(Opening Opening, EvidencePlace? Place)
{
    /// <summary>Hashes that a proof can need: one for each level of a tree of 2^63 leaves.</summary>
    private const int MaxPath = 63;

    /// <summary>Its line in <c>events.jsonl</c>, without the newline: canonical JSON, one spelling.</summary>
    internal byte[] Line()
    {
        var payload = Opening.Payload ?? throw new ArgumentException("A bundle shows every event with its payload.");
        var json = new JsonObject
        {
            ["envelope"] = JsonNode.Parse(Opening.Envelope.Canonical()),
            ["envelopeKey"] = Convert.ToBase64String(Opening.EnvelopeKey.Span),
            ["payload"] = JsonNode.Parse(payload.Canonical.Span),
            ["payloadKey"] = Convert.ToBase64String(payload.Key.Span),
        };
        if (Place is { } place)
            json["place"] = new JsonObject
            {
                ["index"] = place.Index,
                ["path"] = new JsonArray([.. place.Path.Select(hash => JsonValue.Create(Convert.ToBase64String(hash)))]),
                ["size"] = place.Size,
            };
        return CanonicalJson.Of(JsonSerializer.SerializeToElement(json));
    }

    /// <summary>Read a line as it is written, and nothing else.</summary>
    internal static EvidenceEvent Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            var json = JsonElement.Parse(line.Span);
            var opening = new Opening(Envelope.Parse(CanonicalJson.Of(json.GetProperty("envelope"))), json.GetProperty("envelopeKey").GetBytesFromBase64(),
                (CanonicalJson.Of(json.GetProperty("payload")), json.GetProperty("payloadKey").GetBytesFromBase64()));
            var read = new EvidenceEvent(opening, json.TryGetProperty("place", out var place) ? Of(place) : null);
            return read.Line().AsSpan().SequenceEqual(line.Span) ? read : throw new EvidenceException(EvidenceCodes.EventFormat);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new EvidenceException(EvidenceCodes.EventFormat);
        }
    }

    private static EvidencePlace Of(JsonElement json)
    {
        var path = json.GetProperty("path").EnumerateArray().Select(hash => hash.GetBytesFromBase64()).ToList();
        return path.Count <= MaxPath && path.All(hash => hash.Length == MerkleTree.HashLength) ? new(json.GetProperty("index").GetInt64(), json.GetProperty("size").GetInt64(), path)
            : throw new EvidenceException(EvidenceCodes.EventFormat);
    }
}
