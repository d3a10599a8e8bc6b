using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;

namespace CredentialLedger.Witness.Storage;

/// <summary>
/// The party's two keys. C2SP tlog-mirror: the witness "MUST be a distinct cosigner from the mirror cosigner, with a distinct name";
/// tlog-cosignature: several Ed25519 cosigners "MUST use distinct public keys".
/// </summary>
internal sealed record WitnessKeys(NoteSigner Witness, NoteSigner Mirror)
{
    private const string WitnessFile = "witness.key", MirrorFile = "mirror.key", MirrorName = "/mirror";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Make both keys in a folder that has none.</summary>
    /// <exception cref="LogFormatException">The name cannot be a key's name.</exception>
    public static WitnessKeys Make(WitnessFolder folder, string name)
    {
        foreach (var file in new[] { WitnessFile, MirrorFile }.Where(file => File.Exists(Path.Combine(folder.Root, file))))
            throw new RefusedException(ExitCode.Exists, "key-exists", Path.Combine(folder.Root, file));
        var keys = new WitnessKeys(Make(folder, WitnessFile, name), Make(folder, MirrorFile, name + MirrorName));
        DurableFiles.Flush(folder.Root);
        return keys;
    }

    /// <summary>The keys of a folder; a file that others can read is refused, since others may then sign.</summary>
    public static WitnessKeys Read(string folder) => new(ReadOne(Path.Combine(folder, WitnessFile)), ReadOne(Path.Combine(folder, MirrorFile)));

    private static NoteSigner Make(WitnessFolder folder, string file, string name)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        var signer = new NoteSigner(name, NoteKeyType.Cosignature, seed);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(Path.Combine(folder.Root, file), options);
        stream.Write(Encoding.UTF8.GetBytes(Text(signer.Key, seed)));
        stream.Flush(flushToDisk: true);
        return signer;
    }

    private static NoteSigner ReadOne(string path)
    {
        if (!File.Exists(path)) throw new RefusedException(ExitCode.WrongUse, "no-key", path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0) throw new RefusedException(ExitCode.Open, "key-open", path);
        var text = File.ReadAllText(path);
        try
        {
            if (text.Split('+', 5) is ["PRIVATE", "KEY", var name, _, var base64] && Convert.FromBase64String(base64.TrimEnd('\n')) is [(byte)NoteKeyType.Cosignature, .. { Length: 32 } seed])
            {
                var signer = new NoteSigner(name, NoteKeyType.Cosignature, seed);
                // The id stands in the file too, so that a damaged seed is no other key.
                if (Text(signer.Key, seed) == text) return signer;
            }
        }
        catch (Exception wrong) when (wrong is FormatException or LogFormatException)
        {
            throw new DamagedException(path);
        }
        throw new DamagedException(path);
    }

    // golang.org/x/mod/sumdb/note writes private keys so; its tools read these.
    private static string Text(VerifierKey key, byte[] seed) => string.Create(CultureInfo.InvariantCulture,
        $"PRIVATE+KEY+{key.Name}+{Convert.ToHexStringLower(key.Id.Span)}+{Convert.ToBase64String([(byte)key.Type, .. seed])}\n");
}
