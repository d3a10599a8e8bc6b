namespace CredentialLedger.Api.Tests.Rig;

/// <summary>The source that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CredentialLedger.sln")) ? folder.FullName : Find(folder.Parent!);
}
