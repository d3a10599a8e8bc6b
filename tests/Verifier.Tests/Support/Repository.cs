namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Where the committed vectors and pages are: found upwards from the test's own folder.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Set to <c>1</c> to make keys that are missing and write all vectors afresh; to <c>missing</c> to write only files that are not there.</summary>
    public static readonly bool RewritesVectors = Environment.GetEnvironmentVariable("REWRITE_VECTORS") is "1" or "missing", KeepsVectors = Environment.GetEnvironmentVariable("REWRITE_VECTORS") == "missing";

    public static string Vectors(params string[] parts) => Path.Combine([Root, "tests", "vectors", .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CredentialLedger.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
