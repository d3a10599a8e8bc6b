using System.Text;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>The committed vectors; written afresh first when REWRITE_VECTORS=1.</summary>
internal static class VectorFiles
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        if (Repository.RewritesVectors) BitstringVectors.Rewrite();
        if (Repository.RewritesVectors) StatementVectors.Rewrite();
        if (Repository.RewritesVectors) Rewrite();
        return Repository.Vectors();
    });

    public static string StatusBitstring => Folder.Value + "/status-bitstring";

    public static string Equivalence => Folder.Value + "/equivalence";

    public static string Credential => Folder.Value + "/credential";

    public static string StatusList => Folder.Value + "/status-list";

    public static string VcJwt => Folder.Value + "/vc-jwt";

    public static string SdJwt => Folder.Value + "/sd-jwt";

    public static string Receipt => Folder.Value + "/receipt";

    public static IndexEntry[] Index(string folder) => VectorIndex.Read(folder);

    public static IEnumerable<string> On(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    /// <summary>The list of the body that a document names; body A's when it names none.</summary>
    public static byte[] StatusFor(byte[] document)
    {
        var text = Encoding.UTF8.GetString(document);
        var body = text.Contains("body-b/1", StringComparison.Ordinal) ? "body-b" : text.Contains("body-c/1", StringComparison.Ordinal) ? "body-c" : "body-a";
        return File.ReadAllBytes($"{StatusList}/good/{body}.jwt");
    }

    private static void Rewrite()
    {
        string credential = Repository.Vectors("credential"), status = Repository.Vectors("status-list"), badge = Repository.Vectors("vc-jwt"), sdJwt = Repository.Vectors("sd-jwt"), receipt = Repository.Vectors("receipt");
        foreach (var folder in (string[])[credential, status, badge, sdJwt, receipt])
            if (!Repository.KeepsVectors && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var vector in CredentialVector.All) Save(credential, vector.File, vector.Make);
        foreach (var vector in StatusVector.All) Save(status, vector.File, vector.Make);
        Save(status, "good/body-b.jwt", () => Sample.Token(TestKeys.BodyB, Sample.ListB));
        Save(status, "good/body-c.jwt", () => Sample.Token(TestKeys.BodyC, Sample.ListC));
        foreach (var (file, trust) in Sample.Trusts) Save(credential, file, [.. trust.ToJson(), (byte)'\n']);
        Save(badge, BadgeVectors.All);
        Save(sdJwt, SdJwtVectors.All);
        SaveReceipts(receipt);
        VectorIndex.Write(credential, CredentialVector.All.Select(v => new IndexEntry(
            v.File, v.Trust, Sample.At, v.Overall.ToString().ToLowerInvariant(), VectorIndex.CheckOf(v.Code), v.Code, v.Why,
            v.Xmlsec switch { Xmlsec.Accepts => true, Xmlsec.Refuses => false, _ => null })));
        VectorIndex.Write(status, StatusVector.All.Select(v => new IndexEntry(
            v.File, "trust.json", Sample.At, v.Overall.ToString().ToLowerInvariant(), VectorIndex.CheckOf(v.Code), v.Code, v.Why, null)));
    }

    // Within the rewriting of the others, which it reads: not by way of the folder that waits for it.
    private static void SaveReceipts(string folder)
    {
        foreach (var (file, make) in ReceiptVector.Snapshots) Save(folder, file, make);
        foreach (var vector in ReceiptVector.All) Save(folder, vector.File, vector.Make);
        VectorIndex.Write(folder, ReceiptVector.All.Select(v => v.Entry));
    }

    private static void Save(string folder, TokenVector[] vectors)
    {
        foreach (var vector in vectors) Save(folder, vector.File, vector.Make);
        VectorIndex.Write(folder, vectors.Select(v => v.Entry));
    }

    private static void Save(string folder, string file, Func<byte[]> make)
    {
        if (!Repository.KeepsVectors || !File.Exists(Path.Combine(folder, file))) Save(folder, file, make());
    }

    private static void Save(string folder, string file, byte[] bytes)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
