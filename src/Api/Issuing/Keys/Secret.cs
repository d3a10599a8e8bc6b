using CredentialLedger.Api.Hosting;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>Passwords and PINs, which stand in files of their own: never in settings, on command lines or in logs.</summary>
internal static class Secret
{
    /// <summary>The one line of a file.</summary>
    /// <exception cref="HostingProblem">It cannot be read, or others than its owner may read it.</exception>
    public static string In(string file)
    {
        try
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != 0) throw new HostingProblem("issuer.secret-open", file);
            return File.ReadAllText(file).TrimEnd('\n', '\r');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HostingProblem("issuer.secret-missing", file);
        }
    }
}
