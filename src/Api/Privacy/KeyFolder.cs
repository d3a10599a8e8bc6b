using System.Security.Cryptography;

namespace CredentialLedger.Api.Privacy;

/// <summary>The keys that live off the database: files of 32 random bytes that only their owner can read (0600, in a folder of 0700).</summary>
public sealed class KeyFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Length of a key in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The folder, which exists.</summary>
    public string Path { get; } = Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute).FullName;

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
        try
        {
            File.Move(draft, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Overwrite a key with zeros and delete it.</summary>
    public void Destroy(string name)
    {
        if (!File.Exists(FileOf(name))) return;
        using (var stream = File.OpenWrite(FileOf(name)))
        {
            stream.Write(new byte[KeyLength]);
            stream.Flush(flushToDisk: true);
        }
        File.Delete(FileOf(name));
    }

    /// <summary>Names of the keys that start with <paramref name="prefix"/>.</summary>
    public IEnumerable<string> Names(string prefix) =>
        Directory.EnumerateFiles(Path, $"{prefix}*.key").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)!);

    private string FileOf(string name) => System.IO.Path.Combine(Path, $"{name}.key");
}
