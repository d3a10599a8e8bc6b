using System.Collections.Concurrent;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Oracle;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;
using Xunit.Abstractions;

namespace CredentialLedger.Verifier.Tests;

/// <summary>The strict path against the hardened SignedXml path: what one says of a document, and reads from it, the other says and reads.</summary>
public class StrictPathTests(ITestOutputHelper output)
{
    private static readonly TrustList Trust = Sample.Trust();

    private static readonly string[] Corpus = [.. VectorFiles.Index(VectorFiles.Credential)
        .Where(e => e.Overall == "valid" || e.File.Contains("/rewritten-", StringComparison.Ordinal) || e.File.Contains("/wrapped-", StringComparison.Ordinal))
        .SelectMany(e => Enumerable.Repeat(Encoding.Latin1.GetString(File.ReadAllBytes(VectorFiles.Credential + "/" + e.File)), e.Overall == "valid" ? 4 : 1))];

    public static TheoryData<IndexEntry> Documents => [.. VectorFiles.Index(VectorFiles.Credential)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Both_say_the_same_of_every_vector(IndexEntry entry) => Difference(File.ReadAllBytes(VectorFiles.Credential + "/" + entry.File)).ShouldBeNull();

    [Fact]
    public void Both_say_the_same_of_whatever_becomes_of_a_document()
    {
        var seed = Torture.Seed(output);
        var counted = new ConcurrentDictionary<string, int>();
        Parallel.For(0, Torture.Of(20_000, 1_000_000), at =>
        {
            var bytes = Mutant(unchecked(seed * 1_000_003 + at), isSigned: at % 4 == 0);
            Difference(bytes).ShouldBeNull($"seed {seed}, number {at}:\n{Convert.ToBase64String(bytes)}");
            counted.AddOrUpdate(Strict(bytes).Code, 1, (_, count) => count + 1);
        });
        foreach (var (code, count) in counted.OrderByDescending(c => c.Value)) output.WriteLine($"{count,8} {code}");
        // Chance must reach both ends of the way, or the test shows little.
        counted[Codes.IntegrityGood].ShouldBeGreaterThan(100);
        counted[Codes.IntegrityDigest].ShouldBeGreaterThan(100);
    }

    // A quarter is signed anew by the issuer, so that only its form can be wrong; and half of these are changed once more.
    private static byte[] Mutant(int seed, bool isSigned)
    {
        var chance = new Random(seed);
        var mutations = new XmlMutations(Corpus, chance);
        var text = mutations.Next();
        if (isSigned && Signed(text) is { } signed) text = chance.Next(2) == 0 ? signed : mutations.Changed(signed);
        return Encoding.Latin1.GetBytes(text);
    }

    private static string? Signed(string text)
    {
        try
        {
            return Encoding.Latin1.GetString(new Forge(Encoding.Latin1.GetBytes(text)).Sign(TestKeys.BodyA));
        }
        catch (Exception)
        {
            return null; // nothing that can be signed
        }
    }

    private static string? Difference(byte[] bytes)
    {
        var (strict, oracle) = (Strict(bytes), SignedXmlOracle.Judge(bytes));
        var hardened = oracle.Integrity ?? oracle.Structure;
        // Two differences are meant, and both refuse: an identifier that needs an escape is no value of the form, where the DOM leaves it to the
        // algorithms; and a prefix is part of the form, where the
        // DOM sees only what it stands for, and so looks at the values too.
        if (strict.Structure == Codes.StructureValue && oracle.Integrity == Codes.IntegrityAlgorithm) return null;
        if (strict.Structure is Codes.StructureNotCanonical or Codes.StructureUnsignedProperties && strict.Content is null && HasOtherPrefix(bytes)) return null;
        return strict.Structure != oracle.Structure ? $"structure: {strict.Structure} against {oracle.Structure}"
            : strict.Code != hardened ? $"{strict.Code} against {hardened}"
            : strict.Content != oracle.Content ? "other content"
            : null;
    }

    private static bool HasOtherPrefix(byte[] bytes) =>
        SafeXml.Read(bytes).Document?.DocumentElement is { } root && root.SelfAndDescendants().Any(e => e.Prefix != (e.NamespaceURI == XmlNames.Xades ? "xades" : ""));

    private static (string Structure, string Code, CredentialContent? Content) Strict(byte[] bytes)
    {
        var structure = StructureCheck.Run(bytes, out var parts);
        if (parts is null) return (structure.Code, structure.Code, null);
        var integrity = IntegrityCheck.Run(parts, Trust, out _);
        return (structure.Code, integrity.Code, integrity.Result is CheckResult.Passed ? parts.Content : null);
    }
}
