using CredentialLedger.Verifier.Tests.Badges;
using CredentialLedger.Verifier.Tests.Paper;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

/// <summary>Every committed vector gets the answer that its index promises, from the layer that should give it.</summary>
public class VectorTests
{
    private static readonly string[] Order = ["structure", "integrity", "issuer", "log", "key-validity", "dates", "status"];

    public static TheoryData<IndexEntry> Documents => [.. VectorFiles.Index(VectorFiles.Credential)];

    public static TheoryData<IndexEntry> Tokens => [.. VectorFiles.Index(VectorFiles.StatusList)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_judged_by_the_layer_that_should_judge_it(IndexEntry entry)
    {
        var content = File.ReadAllBytes(VectorFiles.Credential + "/" + entry.File);
        Judge(entry, content, VectorFiles.StatusFor(content));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_status_list_is_judged_as_its_index_says(IndexEntry entry) =>
        Judge(entry, File.ReadAllBytes(VectorFiles.Credential + "/good/ecdsa.xml"), File.ReadAllBytes(VectorFiles.StatusList + "/" + entry.File));

    public static TheoryData<IndexEntry> Badges => [.. VectorFiles.Index(VectorFiles.VcJwt)];

    public static TheoryData<IndexEntry> SdJwts => [.. VectorFiles.Index(VectorFiles.SdJwt)];

    [Theory]
    [MemberData(nameof(Badges))]
    public void An_open_badge_is_judged_by_the_layer_that_should_judge_it(IndexEntry entry) =>
        Judge(entry, File.ReadAllBytes(VectorFiles.VcJwt + "/" + entry.File), File.ReadAllBytes(VectorFiles.StatusList + "/good/body-a.jwt"));

    [Theory]
    [MemberData(nameof(SdJwts))]
    public void An_sd_jwt_is_judged_by_the_layer_that_should_judge_it(IndexEntry entry) =>
        Judge(entry, File.ReadAllBytes(VectorFiles.SdJwt + "/" + entry.File), File.ReadAllBytes(VectorFiles.StatusList + "/good/body-a.jwt"));

    [Fact]
    public void Every_vector_has_a_file_and_every_file_a_vector()
    {
        VectorFiles.Index(VectorFiles.Credential).Select(e => e.File).ShouldBe(CredentialVector.All.Select(v => v.File));
        VectorFiles.Index(VectorFiles.StatusList).Select(e => e.File).ShouldBe(StatusVector.All.Select(v => v.File));
        VectorFiles.On(VectorFiles.Credential, "*.xml").ShouldBe(CredentialVector.All.Select(v => v.File), ignoreOrder: true);
        VectorFiles.On(VectorFiles.StatusList, "*.jwt").ShouldContain("good/body-a.jwt");
        VectorFiles.Index(VectorFiles.VcJwt).Select(e => e.File).ShouldBe(BadgeVectors.All.Select(v => v.File));
        VectorFiles.Index(VectorFiles.SdJwt).Select(e => e.File).ShouldBe(SdJwtVectors.All.Select(v => v.File));
        VectorFiles.On(VectorFiles.VcJwt, "*.jwt").ShouldBe(BadgeVectors.All.Select(v => v.File), ignoreOrder: true);
        VectorFiles.On(VectorFiles.SdJwt, "*.sd-jwt").ShouldBe(SdJwtVectors.All.Select(v => v.File), ignoreOrder: true);
        StatusVector.All.Select(v => v.File).ShouldBeSubsetOf(VectorFiles.On(VectorFiles.StatusList, "*.jwt"));
    }

    [Fact]
    public void Every_code_of_a_document_has_a_vector()
    {
        var covered = CredentialVector.All.Select(v => v.Code).Concat(StatusVector.All.Concat(BitstringVectors.All).Select(v => v.Code))
            .Concat(BadgeVectors.All.Select(v => v.Code)).Concat(SdJwtVectors.All.Select(v => v.Code))
            .Concat(BakedBadgeSpec.Told).Concat(PaperCertificateSpec.Told).ToHashSet(); // badges and certificates are made by their specs
        var left = AllCodes.Where(c => !c.StartsWith("trust.", StringComparison.Ordinal) && !covered.Contains(c));
        // The good codes stand in every good verdict; the others have tests of their own.
        left.ShouldBe([Codes.NotChecked, Codes.StructureGood, Codes.IntegrityGood, Codes.IssuerTrusted, Codes.KeyValid, Codes.DatesGood, Codes.DatesNotYetProven,
            Codes.StatusMissing, Codes.StatusListNotTrusted, Codes.StatusListCounts, Codes.StatusTooOld], ignoreOrder: true);
    }

    internal static IEnumerable<string> AllCodes => typeof(Codes).GetFields().Select(f => (string)f.GetValue(null)!);

    private static void Judge(IndexEntry entry, byte[] document, ReadOnlyMemory<byte>? status)
    {
        var trust = TrustList.Parse(File.ReadAllBytes(VectorFiles.Credential + "/" + entry.Trust));
        var verdict = Verify.Document(document, trust, status, entry.At);
        var found = verdict.Checks.Select(c => $"{c.Name} {c.Result} {c.Code}");
        verdict.Overall.ToString().ToLowerInvariant().ShouldBe(entry.Overall, string.Join('\n', found));
        verdict.Checks.Select(c => c.Name).ShouldBe(Order);
        verdict.Checks.ShouldContain(c => c.Name == entry.Check && c.Code == entry.Code, string.Join('\n', found));
        foreach (var earlier in verdict.Checks.TakeWhile(c => c.Name != entry.Check)) earlier.Result.ShouldBe(CheckResult.Passed);
        (verdict.Content is not null).ShouldBe(verdict.Checks[1].Result is CheckResult.Passed);
    }
}
