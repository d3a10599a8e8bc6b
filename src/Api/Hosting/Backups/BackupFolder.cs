using System.Globalization;
using System.Security.Cryptography;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>
/// One half of a backup, named after what it holds and when it was taken. Only its owner can enter it, and <see cref="Sums"/> has the SHA-256 of each
/// of its files, as sha256sum(1) writes and checks them.
/// </summary>
/// <param name="Path">Full path.</param>
/// <param name="Taken">When it was begun, UTC.</param>
public sealed record BackupFolder(string Path, DateTimeOffset Taken)
{
    /// <summary>What the two halves hold.</summary>
    public const string Events = "events", Keys = "keys";

    /// <summary>The file of hashes.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>The modes of what is in a backup.</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite, FolderMode = FileMode | UnixFileMode.UserExecute;

    private const string Time = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>The name of a half.</summary>
    public static string Name(string kind, DateTimeOffset taken) => $"{kind}-{taken.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}";

    /// <summary>Those of a kind that lie in a folder.</summary>
    public static IEnumerable<BackupFolder> In(string folder, string kind) =>
        Directory.EnumerateDirectories(folder, $"{kind}-*").Select(path => (path, taken: TakenAt(path, kind))).Where(f => f.taken is not null).Select(f => new BackupFolder(f.path, f.taken!.Value));

    /// <summary>A half as it was taken.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="kind">What it must hold.</param>
    /// <exception cref="HostingProblem">It is none of that kind, or a file is missing, was changed or does not belong to it.</exception>
    public static BackupFolder Open(string path, string kind)
    {
        path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (TakenAt(path, kind) is not { } taken || !File.Exists(System.IO.Path.Combine(path, Sums))) throw new HostingProblem("backup.none", path, kind);
        var written = File.ReadAllLines(System.IO.Path.Combine(path, Sums));
        var found = Lines(path);
        if (written.Except(found).Concat(found.Except(written)).FirstOrDefault() is { } wrong) throw new HostingProblem("backup.damaged", path, wrong.Split("  ", 2)[^1]);
        return new(path, taken);
    }

    /// <summary>Hash every file of a finished half, and have all of it on disk.</summary>
    public static void Seal(string path)
    {
        File.WriteAllLines(System.IO.Path.Combine(path, Sums), Lines(path));
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, FileMode);
            using var handle = File.OpenHandle(file, access: FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Append(path)) DurableFiles.Flush(folder);
    }

    private static string[] Lines(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => (file, name: System.IO.Path.GetRelativePath(path, file)))
            .Where(f => f.name != Sums).OrderBy(f => f.name, StringComparer.Ordinal).Select(f => $"{Hash(f.file)}  {f.name}"),
    ];

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static DateTimeOffset? TakenAt(string path, string kind) =>
        System.IO.Path.GetFileName(path) is var name && name.StartsWith($"{kind}-", StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(name[(kind.Length + 1)..], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken) ? taken : null;
}
