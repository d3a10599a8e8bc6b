namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Where the committed vectors and pages are: found upwards from the test's own folder.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Set to 1 to make keys that are missing and write all vectors afresh.</summary>
    public static readonly bool RewritesVectors = Environment.GetEnvironmentVariable("REWRITE_VECTORS") == "1";

    public static string Vectors(params string[] parts) => Path.Combine([Root, "tests", "vectors", .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CredentialLedger.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
