using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Api.EvidenceBundles;

/// <summary>The readable report of a bundle, in Markdown: what happened in order, who acted, since when that is proven. It is made of what the bundle shows, so nothing sealed is in it.</summary>
/// <param name="manifest">What the bundle says of itself.</param>
/// <param name="gathered">What it shows.</param>
/// <param name="policy">The policy that proven times follow from.</param>
public sealed class EvidenceReport(EvidenceManifest manifest, EvidenceMaker.Gathered gathered, TlogPolicy policy)
{
    private static readonly ResourceManager Words = new("CredentialLedger.Api.EvidenceBundles.Evidence", typeof(EvidenceReport).Assembly), Events = new("CredentialLedger.Api.Privacy.Export", typeof(EvidenceReport).Assembly);

    private readonly Dictionary<long, DateTimeOffset?> proven = gathered.Checkpoints.ToDictionary(c => c.Key, c => policy.ProvenTime(c.Value));

    /// <summary>The report in one language, in UTF-8.</summary>
    public byte[] Of(bool english)
    {
        var culture = english ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("th");
        string Word(string name) => Words.GetString(name, culture)!;
        string When(DateTimeOffset moment) => english ? PeopleDates.English(moment) : PeopleDates.Thai(moment);
        string Day(DateOnly day) => english ? PeopleDates.English(day) : PeopleDates.Thai(day);

        var selection = manifest.Selection;
        var text = new StringBuilder($"# {Word("title")}\n\n{Word("unchecked")}\n\n");
        Item("bundle", Code($"{manifest.Bundle:D}"));
        Item("of", $"{Word($"kind.{selection.Kind}")} {(selection.Id is { } id ? Code($"{id:D}") : $"{Day(selection.From!.Value)} – {Day(selection.Until!.Value)}")}");
        Item("made", When(manifest.MadeAt));
        Item("by", Who(manifest.MadeBy));
        Item("log", Code(manifest.Origin));
        Item("count", gathered.Events.Count.ToString(CultureInfo.InvariantCulture));
        if (gathered.Unshown.Count > 0) Item("unshown", string.Join(", ", gathered.Unshown.Select(u => Code($"{u:D}"))));
        if (manifest.Recipient is { } recipient) Item("opened", Code(recipient));
        foreach (var (e, number) in gathered.Events.Select((e, i) => (e, i + 1)))
        {
            var envelope = e.Opening.Envelope;
            text.Append(CultureInfo.InvariantCulture, $"\n## {number}. {Events.GetString($"event.{envelope.Type}", culture) ?? Code(envelope.Type)}\n\n");
            Item("recorded", When(envelope.Recorded));
            if (e.Place is not { } place) text.Append("- ").Append(Word("waiting")).Append('\n');
            else
            {
                if (proven[place.Size] is { } at) Item("proven", When(at));
                else text.Append("- ").Append(Word("claimed")).Append('\n');
                Item("place", place.Index.ToString(CultureInfo.InvariantCulture));
            }
            Item("by", Who(envelope.Actor));
            Item("stream", Code($"{envelope.Stream:D} v{envelope.Version}"));
            foreach (var (name, value) in (JsonObject)JsonNode.Parse(e.Opening.Payload!.Value.Canonical.Span)!)
                text.Append("- ").Append(Code(name)).Append(": ").Append(value is JsonObject shut && OpenedValues.IsSealed(shut) ? Word("sealed") : Code(Shown(value))).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());

        void Item(string label, string value) => text.Append("- ").Append(Word(label)).Append(": ").Append(value).Append('\n');
    }

    private static string Who(JsonElement actor) => Code(string.Join(' ', new[] { "organisation", "duty", "person" }.Select(name => actor.TryGetProperty(name, out var value) ? value.ToString() : "?")));

    private static string Shown(JsonNode? value) => value switch
    {
        null => "",
        JsonObject or JsonArray => value.ToJsonString(),
        _ => value.ToString(),
    };

    // Whatever a payload holds stays on its line and is no markup.
    private static string Code(string value) => $"`{string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c == '`' ? '\'' : c))}`";
}
