using System.Globalization;
using CredentialLedger.Api.Hosting;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>Folders of clusters that tests made, and the way to end and remove those that no process uses any more.</summary>
internal static class Leftovers
{
    private const string Prefix = "credential-ledger-test-";

    /// <summary>A name under the system's temporary folder that is not taken.</summary>
    public static string NewFolder() =>
        Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>Removes a folder whose cluster has stopped.</summary>
    public static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Ends what killed runs left. A folder is ours to end when its name is ours, the process in its name is gone, and no process
    /// holds it; a server in it is then stopped by attaching, which needs the folder's password, and letting go as the last user.
    /// </summary>
    public static async Task EndAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (HasProcess(folder)) continue;
            try
            {
                if (IsHeld(folder, "users") || IsHeld(folder, "lock")) continue;
                if (IsHeld(folder, "server.lock")) await (await EmbeddedPostgres.StartAsync(folder, LedgerCluster.Options)).StopAsync();
                Remove(folder);
            }
            catch (Exception e) when (e is HostingProblem or IOException or UnauthorizedAccessException)
            {
                // Another user's, or another run is at it now.
            }
        }
    }

    private static bool HasProcess(string folder) => Directory.Exists($"/proc/{Path.GetFileName(folder)[Prefix.Length..].Split('-')[0]}");

    private static bool IsHeld(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) return false;
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
