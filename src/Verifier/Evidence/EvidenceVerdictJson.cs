using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CredentialLedger.Verifier.Evidence;

internal static class EvidenceVerdictJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(EvidenceVerdict verdict) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["format"] = "credentialledger-evidence-verdict-1",
        ["overall"] = Name(verdict.Overall.ToString()),
        ["checks"] = new JsonArray([.. verdict.Checks.Select(c => new JsonObject
        {
            ["name"] = c.Name, ["result"] = Name(c.Result.ToString()), ["code"] = c.Code, ["sentenceTh"] = c.SentenceTh, ["sentenceEn"] = c.SentenceEn,
        })]),
        ["bundle"] = verdict.Manifest?.Bundle.ToString("D"),
        ["events"] = new JsonArray([.. verdict.Events.Select(Event)]),
        ["holes"] = new JsonArray([.. verdict.Holes.Select(h => new JsonObject { ["stream"] = h.Stream.ToString("D"), ["from"] = h.From, ["until"] = h.Until })]),
    }, Options);

    private static JsonObject Event(ShownEvent shown) => new()
    {
        ["index"] = shown.Index,
        ["event"] = shown.Envelope.Event.ToString("D"),
        ["stream"] = shown.Envelope.Stream.ToString("D"),
        ["version"] = shown.Envelope.Version,
        ["type"] = shown.Envelope.Type,
        ["recorded"] = Iso(shown.Envelope.Recorded),
        ["provenBy"] = shown.ProvenBy is { } proven ? Iso(proven) : null,
        ["actor"] = JsonObject.Create(shown.Envelope.Actor),
    };

    private static string Name(string value) => value.ToLowerInvariant();

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
