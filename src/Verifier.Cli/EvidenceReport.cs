using System.Globalization;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Evidence;

namespace CredentialLedger.Verifier.Cli;

/// <summary>The verdict on a bundle for people: one line that answers, check by check, then what the bundle shows and what it leaves out.</summary>
internal static class EvidenceReport
{
    public static string Of(EvidenceVerdict verdict, Language language)
    {
        var text = new StringBuilder();
        var overall = $"evidence.overall-{verdict.Overall.ToString().ToLowerInvariant()}";
        Line(text, language.Pick(Sentences.Thai(overall), Sentences.English(overall)));
        foreach (var check in verdict.Checks)
        {
            var result = $"result.{check.Result.ToString().ToLowerInvariant()}";
            text.Append('\n');
            Line(text, language.Pick($"{Sentences.Thai($"check.{check.Name}")}: {Sentences.Thai(result)}", $"{Sentences.English($"check.{check.Name}")}: {Sentences.English(result)}"), $"  [{check.Code}]");
            foreach (var sentence in language.Pick(check.SentenceTh, check.SentenceEn)) text.Append("  ").Append(sentence).Append('\n');
        }
        if (verdict.Events.Count > 0)
        {
            text.Append('\n');
            Line(text, language.Pick(Usage.Thai("shown-events"), Usage.English("shown-events")));
            foreach (var shown in verdict.Events) Write(text, shown, language);
        }
        if (verdict.Holes.Count > 0)
        {
            text.Append('\n');
            Line(text, language.Pick(Usage.Thai("not-shown"), Usage.English("not-shown")));
            foreach (var hole in verdict.Holes) text.Append(CultureInfo.InvariantCulture, $"  {hole.Stream} v{hole.From}-{hole.Until}\n");
        }
        return text.ToString();
    }

    // Whoever acted is an id here, as in the log: a bundle has no name in the clear.
    private static void Write(StringBuilder text, ShownEvent shown, Language language)
    {
        var actor = shown.Envelope.Actor;
        text.Append(CultureInfo.InvariantCulture, $"  #{shown.Index?.ToString(CultureInfo.InvariantCulture) ?? "-"} {Plain(shown.Envelope.Type)}  {shown.Envelope.Stream} v{shown.Envelope.Version}  {Member(actor, "organisation")}/{Member(actor, "duty")} {Member(actor, "person")}\n    ");
        Line(text, language.Pick(
            $"{Usage.Thai("recorded", PeopleDates.Thai(shown.Envelope.Recorded))} {(shown.ProvenBy is { } th ? Usage.Thai("proven-at-latest", PeopleDates.Thai(th)) : Usage.Thai("not-proven"))}",
            $"{Usage.English("recorded", PeopleDates.English(shown.Envelope.Recorded))}, {(shown.ProvenBy is { } en ? Usage.English("proven-at-latest", PeopleDates.English(en)) : Usage.English("not-proven"))}"));
    }

    private static string Member(JsonElement actor, string name) =>
        actor.ValueKind is JsonValueKind.Object && actor.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? Plain(value.GetString()!) : "?";

    // Whatever a bundle holds is printed without what a terminal would obey.
    private static string Plain(string text) => string.Concat(text.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));

    private static void Line(StringBuilder text, IEnumerable<string> parts, string tail = "") => text.AppendJoin(" · ", parts).Append(tail).Append('\n');
}
