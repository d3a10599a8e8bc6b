using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests.Evidence;

/// <summary>Every committed bundle gets the answer that its index promises, from the check that should give it.</summary>
public sealed class EvidenceVectorTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Lazy<string> Folder = new(Written);

    public sealed record Line(string File, string Trust, Overall Overall, string Check, string Code, string Why)
    {
        public override string ToString() => File;
    }

    public static TheoryData<Line> Files => [.. Index()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bundle_is_judged_by_the_check_that_should_judge_it(Line line)
    {
        var verdict = EvidenceCheck.Run(Read(line.File), Trust(line.Trust), Sample.At);
        var found = string.Join('\n', verdict.Checks.Select(c => $"{c.Name} {c.Result} {c.Code}"));
        verdict.Overall.ShouldBe(line.Overall, found);
        verdict.Checks.ShouldContain(c => c.Name == line.Check && c.Code == line.Code, found);
        foreach (var other in verdict.Checks.Where(c => c.Name != line.Check)) other.Result.ShouldBeOneOf(CheckResult.Passed, other.Code == Codes.NotChecked ? CheckResult.Unknown : CheckResult.Passed);
    }

    [Fact]
    public void Every_vector_has_a_file_and_every_file_a_vector()
    {
        Index().ShouldBe(EvidenceVector.All.Select(LineOf));
        Directory.EnumerateFiles(Folder.Value).Select(f => Path.GetFileName(f)).ShouldBe([.. EvidenceVector.All.Select(v => v.File), "index.json", "README.md"], ignoreOrder: true);
    }

    [Fact]
    public void Every_code_has_a_vector() => typeof(EvidenceCodes).GetFields().Select(f => (string)f.GetValue(null)!)
        .Except(EvidenceVector.All.Select(v => v.Code)).ShouldBe([EvidenceCodes.TooLarge, EvidenceCodes.OtherOrigin], ignoreOrder: true, "these two have tests of their own");

    [Fact]
    public void A_good_bundle_tells_what_is_proven_from_when_to_when()
    {
        var verdict = EvidenceCheck.Run(Read("good.zip"), Trust("trust.json"), Sample.At);
        verdict.Events.Select(e => (e.Index, e.Envelope.Type, e.ProvenBy)).ShouldBe(
        [
            (1L, "person-registered", Sample.SignedAt.AddSeconds(6)), (2L, "result-declared", Sample.SignedAt.AddSeconds(6)),
            (4L, "person-updated", Sample.SignedAt.AddMinutes(11).AddSeconds(6)), (5L, "result-superseded", Sample.SignedAt.AddMinutes(11).AddSeconds(6)),
        ]);
        verdict.Holes.ShouldBeEmpty();
        EvidenceCheck.Run(Read("good-holes.zip"), Trust("trust.json"), Sample.At).Holes.ShouldBe([new(EvidenceScene.Result, 1, 1)]);
        EvidenceCheck.Run(Read("policy-missing.zip"), Trust("trust-without-logs.json"), Sample.At).Events.ShouldBeEmpty("nothing of them is proven");
    }

    [Fact]
    public void The_same_contents_give_the_same_bytes_and_every_other_program_reads_them()
    {
        EvidenceScene.Bundle().ShouldBe(EvidenceScene.Bundle());
        using var zip = new ZipArchive(new MemoryStream(Read("good.zip")));
        zip.Entries.Select(e => e.FullName).ShouldBe(StoredZip.Read(Read("good.zip"))!.Select(m => m.Name));
        using var events = new StreamReader(zip.GetEntry(EvidenceMembers.Events)!.Open());
        events.ReadToEnd().Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void A_member_larger_than_any_is_refused() =>
        Code(EvidenceScene.Bundle(null, null, null, (EvidenceMembers.Certificate(new string('0', 64)), new byte[8 * 1024 * 1024 + 1])), Trust("trust.json")).ShouldBe(EvidenceCodes.TooLarge);

    [Fact]
    public void A_checkpoint_of_another_log_of_the_same_policy_is_refused()
    {
        var other = new Verifier.Log.Notes.NoteSigner("log.example/other", Verifier.Log.Notes.NoteKeyType.Ed25519, TestLog.Seed(8));
        var both = new TrustList(false, [], [], [$"log {other.Key}\n{TestLog.WithoutWitnesses}"]);
        Code(EvidenceScene.Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = EvidenceScene.Checkpoint(3, other), [7] = EvidenceScene.Checkpoint(7) }), both).ShouldBe(EvidenceCodes.OtherOrigin);
    }

    [Fact]
    public void No_changed_byte_is_valid()
    {
        var (good, trust) = (Read("good.zip"), Trust("trust.json"));
        Parallel.For(0, good.Length / 5, i =>
        {
            byte[] changed = [.. good];
            changed[i * 5] ^= (byte)(1 << (i % 8));
            EvidenceCheck.Run(changed, trust, Sample.At).Overall.ShouldNotBe(Overall.Valid, $"byte {i * 5}");
        });
    }

    private static string Code(byte[] bundle, TrustList trust) => EvidenceCheck.Run(bundle, trust, Sample.At).Checks.First(c => c.Result is CheckResult.Failed).Code;

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder.Value, file));

    private static TrustList Trust(string file) => TrustList.Parse(File.ReadAllBytes($"{VectorFiles.Credential}/{file}"));

    private static Line[] Index() => JsonSerializer.Deserialize<Line[]>(File.ReadAllBytes(Path.Combine(Folder.Value, "index.json")), Options)!;

    private static Line LineOf(EvidenceVector v) => new(v.File, v.Trust, v.Overall, v.Check, v.Code, v.Why);

    // What is encrypted is other bytes each time, so that such a file is kept unless all are asked for anew.
    private static string Written()
    {
        var folder = Repository.Vectors("evidence");
        if (!Repository.RewritesVectors) return folder;
        foreach (var vector in EvidenceVector.All)
        {
            var path = Path.Combine(folder, vector.File);
            if (!Repository.KeepsVectors || !File.Exists(path)) File.WriteAllBytes(path, vector.Make());
        }
        File.WriteAllBytes(Path.Combine(folder, "index.json"), [.. JsonSerializer.SerializeToUtf8Bytes(EvidenceVector.All.Select(LineOf), Options), (byte)'\n']);
        return folder;
    }
}
