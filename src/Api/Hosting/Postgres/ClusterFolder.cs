using System.Security.Cryptography;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>What lies where in a cluster's folder. The folder is the caller's; <c>data</c> and the server's log are the cluster user's.</summary>
internal sealed record ClusterFolder(string Root)
{
    public string Data => Path.Combine(Root, "data");

    /// <summary>Where a cluster is made before it gets its name: what a killed initdb leaves is never taken for a cluster.</summary>
    public string Unfinished => Path.Combine(Root, "data.unfinished");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public string Password => Path.Combine(Root, "password");

    /// <summary>Where a role's password lies.</summary>
    public string PasswordOf(string role) => Path.Combine(Root, $"password.{role}");

    public string Log => Path.Combine(Root, "server.log");

    /// <summary>Held while somebody starts or stops the cluster.</summary>
    public string Lock => Path.Combine(Root, "lock");

    /// <summary>Shared by every process that uses the cluster, so that the last one stops it.</summary>
    public string Users => Path.Combine(Root, "users");

    /// <summary>Held by the server's own processes for as long as one of them lives.</summary>
    public string ServerLock => Path.Combine(Root, "server.lock");

    public bool HasData => Directory.Exists(Data);

    /// <summary>Makes the folder when it is missing and refuses one that holds something else.</summary>
    public static ClusterFolder Open(string path)
    {
        var folder = new ClusterFolder(Path.GetFullPath(path));
        try
        {
            Make(folder.Root);
            if (!folder.HasData && folder.Strangers().FirstOrDefault() is { } stranger) throw new HostingProblem("folder.foreign", folder.Root, stranger);
            return folder;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException && !ServerLog.IsDiskFull(e.Message))
        {
            throw new HostingProblem("folder.not-writable", folder.Root, e.Message);
        }
    }

    /// <summary>The major version that the data says it has; null without data.</summary>
    public async Task<string?> VersionAsync(CancellationToken cancel)
    {
        if (!HasData) return null;
        await ClusterUser.Here.CheckOwnsAsync(Data, cancel);
        var version = Path.Combine(Data, "PG_VERSION");
        if (!File.Exists(version) || !File.Exists(Password)) throw new HostingProblem("folder.foreign", Root, Data);
        return (await File.ReadAllTextAsync(version, cancel)).Trim();
    }

    /// <summary>Refuses when less than <paramref name="bytes"/> are free.</summary>
    public void CheckSpace(long bytes)
    {
        if (new DriveInfo(Root).AvailableFreeSpace < bytes) throw DiskFull(Root, bytes);
    }

    public static HostingProblem DiskFull(string folder, long bytes) => new("disk.full", folder, bytes / (1024 * 1024));

    /// <summary>Makes the superuser's password and writes it, for its owner alone, before a cluster that has it exists.</summary>
    public string NewPassword() => NewPassword(Password);

    /// <summary>A role's password, made and written when there is none.</summary>
    public string GetOrMakePassword(string role) =>
        File.Exists(PasswordOf(role)) && File.ReadAllText(PasswordOf(role)) is { Length: > 0 } password ? password : NewPassword(PasswordOf(role));

    private static string NewPassword(string path)
    {
        File.Delete(path);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        file.Write(System.Text.Encoding.ASCII.GetBytes(password));
        file.Flush(flushToDisk: true);
        return password;
    }

    public string ReadPassword() => File.ReadAllText(Password).Trim();

    // Others may pass through (the cluster's user has to) but not look. Said again after making it, since the umask may forbid it.
    public static void Make(string path)
    {
        const UnixFileMode passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (Directory.Exists(path)) return;
        if (Path.GetDirectoryName(path) is { } parent) Make(parent);
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, passable);
    }

    private IEnumerable<string> Strangers() =>
        Directory.EnumerateFileSystemEntries(Root).Except([Unfinished, Password, PasswordOf(Roles.Owner), PasswordOf(Roles.App), Log, Log + ".old", Lock, Users, ServerLock]);
}
