using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Writes events by SQL as the application would have: as good as the key that it has.</summary>
/// <param name="mac">The application's key, stolen or invented.</param>
internal sealed class Forger(ApplicationMac mac)
{
    /// <summary>One who had to invent a key.</summary>
    public static Forger WithoutKey { get; } = new(new(SHA256.HashData("invented"u8)));

    /// <summary>A row like another's, under another id, in another stream, at another time, with everything that an event carries.</summary>
    public string Insert(SqlTarget like, Guid id, Guid stream, long version, string sequence, DateTimeOffset at)
    {
        var headers = Headers(like, id, stream, out _);
        var type = EventCatalogue.Types[like.Type];
        return $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            values ({sequence}, '{id}', '{stream}', {version}, $json${like.Data}$json$, '{like.Type}', '{Text(at)}', '*DEFAULT*', '{type.FullName}, {type.Assembly.GetName().Name}', $json${headers}$json$, false)
            """;
    }

    /// <summary>The event again with another payload, and the entry that the log would have of it.</summary>
    public (string Sql, byte[] Entry) Rewrite(SqlTarget e, string data, DateTimeOffset at, string? correlation, string? causation)
    {
        var headers = Headers(e with { Data = data }, e.Id, e.Stream, out var salt);
        var parsed = JsonElement.Parse(headers);
        var envelope = new Envelope(e.Id, e.Stream, e.Version, e.Type, at, parsed.GetProperty("actor"), correlation, causation, parsed.GetProperty("commitment").GetBytesFromBase64());
        return ($"update ledger.mt_events set data = $json${data}$json$, headers = $json${headers}$json$ where id = '{e.Id}'", envelope.Entry(Commitment.EnvelopeKey(salt)));
    }

    private string Headers(SqlTarget like, Guid id, Guid stream, out byte[] salt)
    {
        salt = RandomNumberGenerator.GetBytes(Commitment.SaltLength);
        var commitment = Commitment.ToPayload(salt, CanonicalJson.Of(JsonElement.Parse(like.Data)));
        var headers = (JsonObject)JsonNode.Parse(like.Headers)!;
        headers["salt"] = Convert.ToBase64String(salt);
        headers["commitment"] = Convert.ToBase64String(commitment);
        headers["mac"] = Convert.ToBase64String(mac.Of(id, stream, like.Type, JsonElement.Parse(headers["actor"]!.ToJsonString()), commitment));
        if (id != like.Id) headers["command"] = id.ToString("D");
        return headers.ToJsonString();
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);
}
