using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Projections.Tests.Storage;

/// <summary>
/// One stored event of the golden corpus, column by column. The files are for good: a new event shape adds some, none ever changes.
/// They were not written by this code but by another program, from docs/formats/event.md.
/// </summary>
public sealed record CorpusRow(string Name, JsonElement Columns)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    /// <summary>Names of every row: <c>event-name.v1</c>, or <c>event-name.v1.case</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.v1*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>The fixed key of the corpus' MACs.</summary>
    public static byte[] MacKey { get; } = Convert.FromHexString(Json("keys").GetProperty("applicationMac").GetString()!);

    public static CorpusRow Load(string name) => new(name, Json(name));

    public string Type => Columns.GetProperty("type").GetString()!;

    public JsonElement Data => Columns.GetProperty("data");

    public JsonElement Headers => Columns.GetProperty("headers");

    public Guid Id => Columns.GetProperty("id").GetGuid();

    public Guid Stream => Columns.GetProperty("stream_id").GetGuid();

    public byte[] Header(string name) => Headers.GetProperty(name).GetBytesFromBase64();

    /// <summary>The event inside, as the ledger reads it.</summary>
    public LedgerEvent Read() => (LedgerEvent)Data.Deserialize(EventCatalogue.Types[Type], LedgerJson.Options)!;

    public StoredEvent ToStored() => new(Columns.GetProperty("seq_id").GetInt64(), Id, Stream, Columns.GetProperty("version").GetInt64(), Type,
        JsonSerializer.SerializeToUtf8Bytes(Data), JsonSerializer.SerializeToUtf8Bytes(Headers), Columns.GetProperty("timestamp").GetDateTimeOffset(), true);

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"))).RootElement;
}
