using System.Security.Cryptography;
using CredentialLedger.Api.Hosting.Postgres;

namespace CredentialLedger.Api.Privacy;

/// <summary>The keys that live off the database: files of 32 random bytes that only their owner can read (0600, in a folder of 0700).</summary>
public sealed class KeyFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The empty file that whoever adds a key holds; the kernel lets go of it when they die.</summary>
    public const string LockFile = "lock";

    /// <summary>Length of a key in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The folder, which exists and is closed to everybody else.</summary>
    public string Path { get; } = Closed(path);

    /// <summary>The key of that name, made on first use.</summary>
    public byte[] GetOrCreate(string name)
    {
        if (!File.Exists(FileOf(name))) Create(name);
        return Read(name) ?? throw new InvalidDataException($"The key file {name} is not {KeyLength} bytes long.");
    }

    /// <summary>The key of that name, or null when there is none of the right length.</summary>
    public byte[]? Read(string name) =>
        File.Exists(FileOf(name)) && File.ReadAllBytes(FileOf(name)) is { Length: KeyLength } key ? key : null;

    /// <summary>Make a key; one that exists, or that another process makes at the same moment, is kept.</summary>
    public void Create(string name) => WriteNew($"{name}.key", RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>Write a secret file whole or not at all, on disk before it has its name; a file of that name is kept.</summary>
    public void WriteNew(string file, ReadOnlySpan<byte> content)
    {
        var target = System.IO.Path.Combine(Path, file);
        var draft = $"{target}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        // File.Move looks whether the name is free and then moves: of two at once the second would replace a key that the first uses already.
        using var alone = Alone();
        if (File.Exists(target)) File.Delete(draft);
        else File.Move(draft, target);
    }

    /// <summary>Overwrite a key with zeros and delete it.</summary>
    public void Destroy(string name)
    {
        using var alone = Alone();
        if (!File.Exists(FileOf(name))) return;
        // Whoever is reading it meanwhile does not keep it alive.
        using (var stream = new FileStream(FileOf(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.Write(new byte[KeyLength]);
            stream.Flush(flushToDisk: true);
        }
        File.Delete(FileOf(name));
    }

    /// <summary>Names of the keys that start with <paramref name="prefix"/>.</summary>
    public IEnumerable<string> Names(string prefix) =>
        Directory.EnumerateFiles(Path, $"{prefix}*.key").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)!);

    private FileStream Alone()
    {
        FileStream? held;
        while ((held = FolderLock.TryExclusive(System.IO.Path.Combine(Path, LockFile))) is null) Thread.Sleep(1);
        return held;
    }

    private static string Closed(string path)
    {
        const UnixFileMode closed = OwnerOnly | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, closed);
        // One that was there before may be open; one that is closed already may be read-only.
        if ((folder.UnixFileMode & ~closed) != 0) folder.UnixFileMode = closed;
        return folder.FullName;
    }

    private string FileOf(string name) => System.IO.Path.Combine(Path, $"{name}.key");
}
