using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>One line of an index.json: the only thing besides the files that an implementer of another verifier needs.</summary>
public sealed record IndexEntry(string File, string Trust, DateTimeOffset At, string Overall, string Check, string Code, string Why, bool? Xmlsec1, bool? Oracle = null)
{
    public override string ToString() => File;
}

public static class VectorIndex
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static IndexEntry[] Read(string folder) =>
        JsonSerializer.Deserialize<IndexEntry[]>(File.ReadAllBytes(Path.Combine(folder, "index.json")), Options)!;

    public static void Write(string folder, IEnumerable<IndexEntry> entries) =>
        File.WriteAllBytes(Path.Combine(folder, "index.json"), [.. JsonSerializer.SerializeToUtf8Bytes(entries, Options), (byte)'\n']);

    /// <summary>The check that a code belongs to.</summary>
    public static string CheckOf(string code) => code.Split('.')[0] switch { "key" => "key-validity", var name => name };
}
