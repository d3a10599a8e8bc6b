using System.Globalization;
using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>Reads an envelope leniently and writes it again: only the same bytes are one. Not the way that the library takes.</summary>
internal static class EnvelopeOracle
{
    public static Envelope? Read(byte[] canonical)
    {
        try
        {
            using var json = JsonDocument.Parse(canonical, CanonicalJson.Strict);
            var root = json.RootElement;
            var envelope = new Envelope(root.GetProperty("event").GetGuid(), root.GetProperty("stream").GetGuid(), root.GetProperty("version").GetInt64(), root.GetProperty("type").GetString()!,
                DateTimeOffset.ParseExact(root.GetProperty("recorded").GetString()!, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                root.GetProperty("actor").Clone(), Text(root, "correlation"), Text(root, "causation"), root.GetProperty("commitment").GetBytesFromBase64());
            return envelope.Commitment.Length == 32 && envelope.Version > 0 && envelope.Canonical().AsSpan().SequenceEqual(canonical) ? envelope : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
