using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>The JDK as the oracle, by the program that docs/formats gives to other agencies; one machine for all files.</summary>
public partial class JdkTests
{
    private static readonly Lazy<Dictionary<string, string>> Answers = new(() =>
    {
        var index = VectorFiles.Index(VectorFiles.Credential);
        string[] asked = [.. index.SelectMany(e => Arguments(e.File))];
        var program = Path.Combine(Repository.Root, "docs", "formats", "java", "VerifyCredential.java");
        using var java = Process.Start(new ProcessStartInfo("java", [program, .. asked]) { RedirectStandardOutput = true })!;
        var lines = java.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line == "accepted" || line.StartsWith("refused: ", StringComparison.Ordinal)).ToArray();
        java.WaitForExit();
        java.ExitCode.ShouldBe(1);
        lines.Length.ShouldBe(index.Length);
        return index.Select((e, i) => (e.File, Line: lines[i])).ToDictionary(a => a.File, a => a.Line);
    });

    public static TheoryData<IndexEntry> Valid => [.. VectorFiles.Index(VectorFiles.Credential).Where(e => e.Overall == "valid")];

    public static TheoryData<IndexEntry> Changed => [.. VectorFiles.Index(VectorFiles.Credential).Where(e => e.Code is Codes.IntegrityDigest or Codes.IntegritySignedProperties or Codes.IntegritySignature || e.File.StartsWith("structure/wrapped-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Accepts_what_is_valid(IndexEntry entry) => Answers.Value[entry.File].ShouldBe("accepted");

    [Theory]
    [MemberData(nameof(Changed))]
    public void Refuses_what_is_changed_or_wrapped(IndexEntry entry) => Answers.Value[entry.File].ShouldStartWith("refused: ");

    // The key that the document names, so that nothing but the signature and its frame can be the reason.
    private static string[] Arguments(string file)
    {
        var path = $"{VectorFiles.Credential}/{file}";
        return [path, Repository.Vectors("keys", "root.cert.pem"), KeyId().Match(Encoding.Latin1.GetString(File.ReadAllBytes(path))) is { Success: true } named ? named.Groups[1].Value : "none"];
    }

    [GeneratedRegex("<KeyId>([^<]*)</KeyId>")]
    private static partial Regex KeyId();
}
