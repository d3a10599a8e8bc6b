using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>What a bundle is of.</summary>
/// <param name="Kind"><c>person</c>, <c>credential</c>, <c>examiner</c> or <c>period</c>.</param>
/// <param name="Id">The person, credential or examiner; null for a period.</param>
/// <param name="From">First day of a period, in Thailand; else null.</param>
/// <param name="Until">Its last day; else null.</param>
public sealed record EvidenceSelection(string Kind, Guid? Id, DateOnly? From, DateOnly? Until)
{
    /// <summary>Every kind with an id.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["person", "credential", "examiner"];
}

/// <summary>What a bundle says of itself (docs/formats/evidence.md, section 2). Nobody signs it: only what the log proves is proven.</summary>
/// <param name="Bundle">Id of the export; the ledger's event <c>evidence-exported</c> has the same.</param>
/// <param name="Selection">What it is of.</param>
/// <param name="MadeAt">When, in UTC; the ledger's claim.</param>
/// <param name="MadeBy">Who asked for it: the actor as events have it.</param>
/// <param name="Origin">Origin of the log that the events are in.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Unshown">Events of the selection that could not be opened: rows that the application did not write as they stand.</param>
/// <param name="Recipient">SHA-256 of the certificate that what was opened is encrypted to, in lower-case hexadecimal digits; null where nothing was opened.</param>
/// <param name="Members">Every other member by name with its SHA-256 in lower-case hexadecimal digits, in their order in the file.</param>
public sealed record EvidenceManifest(Guid Bundle, EvidenceSelection Selection, DateTimeOffset MadeAt, JsonElement MadeBy, string Origin, int Events,
    IReadOnlyList<Guid> Unshown, string? Recipient, IReadOnlyList<(string Name, string Sha256)> Members)
{
    /// <summary>The form that this code writes and reads.</summary>
    public const string Format = "credentialledger/evidence/1";

    private const string Moment = "yyyy-MM-ddTHH:mm:ssZ", Day = "yyyy-MM-dd";

    internal byte[] Canonical()
    {
        var selection = new JsonObject { ["kind"] = Selection.Kind };
        if (Selection.Id is { } id) selection["id"] = id.ToString("D");
        if (Selection.From is { } from) selection["from"] = from.ToString(Day, CultureInfo.InvariantCulture);
        if (Selection.Until is { } until) selection["until"] = until.ToString(Day, CultureInfo.InvariantCulture);
        var json = new JsonObject
        {
            ["bundle"] = Bundle.ToString("D"),
            ["events"] = Events,
            ["format"] = Format,
            ["madeAt"] = MadeAt.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
            ["madeBy"] = JsonObject.Create(MadeBy),
            ["members"] = new JsonArray([.. Members.Select(m => new JsonObject { ["name"] = m.Name, ["sha256"] = m.Sha256 })]),
            ["origin"] = Origin,
            ["selection"] = selection,
            ["unshown"] = new JsonArray([.. Unshown.Select(u => JsonValue.Create(u.ToString("D")))]),
        };
        if (Recipient is not null) json["recipient"] = Recipient;
        return CanonicalJson.Of(JsonSerializer.SerializeToElement(json));
    }

    /// <summary>Read it as it is written, and nothing else.</summary>
    internal static EvidenceManifest Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var json = JsonElement.Parse(utf8.Span);
            var selection = json.GetProperty("selection");
            var manifest = new EvidenceManifest(json.GetProperty("bundle").GetGuid(), new(selection.GetProperty("kind").GetString()!, Optional(selection, "id") is { } id ? Guid.Parse(id) : null,
                    Date(selection, "from"), Date(selection, "until")), DateTimeOffset.ParseExact(json.GetProperty("madeAt").GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                json.GetProperty("madeBy"), json.GetProperty("origin").GetString()!, json.GetProperty("events").GetInt32(), [.. json.GetProperty("unshown").EnumerateArray().Select(u => u.GetGuid())],
                Optional(json, "recipient"), [.. json.GetProperty("members").EnumerateArray().Select(m => (m.GetProperty("name").GetString()!, m.GetProperty("sha256").GetString()!))]);
            // Written again it must be the same bytes: no other member, order or spelling is a manifest.
            return manifest.Selection.IsWhole() && manifest.Canonical().AsSpan().SequenceEqual(utf8.Span) ? manifest : throw new EvidenceException(EvidenceCodes.ManifestFormat);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new EvidenceException(EvidenceCodes.ManifestFormat);
        }
    }

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly? Date(JsonElement json, string name) => Optional(json, name) is { } text ? DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture) : null;
}

internal static class EvidenceSelections
{
    public static bool IsWhole(this EvidenceSelection selection) => selection switch
    {
        { Kind: "period", Id: null, From: { } from, Until: { } until } => from <= until,
        { Id: not null, From: null, Until: null } => EvidenceSelection.Kinds.Contains(selection.Kind),
        _ => false,
    };
}
