using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Projections.Tests.Storage;

/// <summary>The worked example of docs/formats/event.md is a row of the corpus, and every number in it is right.</summary>
public sealed class EventPageSpec
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "event.md"));
    private static readonly CorpusRow Row = CorpusRow.Load("completion-recorded.v1");

    [Fact]
    public void The_example_row_is_the_corpus_row()
    {
        var blocks = Page.Split("```json\n").Skip(1).Select(b => JsonDocument.Parse(b[..b.IndexOf("```", StringComparison.Ordinal)]).RootElement);
        blocks.ShouldContain(b => JsonElement.DeepEquals(b, Row.Columns));
    }

    [Fact]
    public void Every_number_of_the_example_is_recomputed()
    {
        var salt = Row.Header("salt");
        var commitment = Commitment.ToPayload(salt, CanonicalJson.Of(Row.Data));
        var actor = Row.Headers.GetProperty("actor");
        Says(Encoding.UTF8.GetString(CanonicalJson.Of(Row.Data)));
        Says(Convert.ToHexStringLower(salt));
        Says(Convert.ToHexStringLower(Commitment.PayloadKey(salt)));
        Says(Convert.ToHexStringLower(Commitment.EnvelopeKey(salt)));
        Says(Convert.ToHexStringLower(commitment));
        Says(Convert.ToHexStringLower(new ApplicationMac(CorpusRow.MacKey).Of(Row.Id, Row.Stream, Row.Type, actor, commitment)));
        Says(Convert.ToHexStringLower(CorpusRow.MacKey));
        Says($$"""{"actor":{{Encoding.UTF8.GetString(CanonicalJson.Of(actor))}},"commitment":"{{Convert.ToBase64String(commitment)}}","id":"{{Row.Id}}","stream":"{{Row.Stream}}","type":"{{Row.Type}}"}""");
    }

    private static void Says(string number) => Page.ShouldContain(number);
}
