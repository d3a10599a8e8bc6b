using System.Text.Encodings.Web;
using System.Text.Json;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>Every committed file of tests/vectors/log is refused for what its index says, or is good.</summary>
public sealed class LogVectorTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<string> Folder = new(Written);

    public sealed record Line(string File, string? Code, string Why)
    {
        public override string ToString() => File;
    }

    public static TheoryData<Line> Files => [.. Index()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_refused_by_name_or_good(Line line) => LogVector.Judge(line.File, File.ReadAllBytes(Path.Combine(Folder.Value, line.File))).ShouldBe(line.Code, line.Why);

    [Fact]
    public void Every_vector_has_a_file_and_every_file_a_vector()
    {
        Index().ShouldBe(LogVector.All.Select(v => new Line(v.File, v.Code, v.Why)));
        Directory.EnumerateFiles(Folder.Value, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder.Value, f).Replace('\\', '/'))
            .ShouldBe([.. LogVector.All.Select(v => v.File), "index.json", "README.md"], ignoreOrder: true);
    }

    [Fact]
    public void Every_code_has_a_vector() =>
        typeof(LogCodes).GetFields().Select(f => (string)f.GetValue(null)!).ShouldBe(LogVector.All.Select(v => v.Code).OfType<string>().Distinct(), ignoreOrder: true);

    private static Line[] Index() => JsonSerializer.Deserialize<Line[]>(File.ReadAllBytes(Path.Combine(Folder.Value, "index.json")), Options)!;

    // All keys here are fixed and Ed25519 is deterministic, so writing afresh gives the same bytes.
    private static string Written()
    {
        var folder = Repository.Vectors("log");
        if (!Repository.RewritesVectors) return folder;
        foreach (var vector in LogVector.All)
        {
            var path = Path.Combine(folder, vector.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, vector.Make());
        }

        File.WriteAllBytes(Path.Combine(folder, "index.json"), [.. JsonSerializer.SerializeToUtf8Bytes(LogVector.All.Select(v => new Line(v.File, v.Code, v.Why)), Options), (byte)'\n']);
        return folder;
    }
}
