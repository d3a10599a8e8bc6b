using CredentialLedger.Verifier.Cli.Snapshots;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Reads the files that the command line names; what cannot be read is wrong use.</summary>
internal static class InputFiles
{
    // One byte more than the library takes, so that it says itself what is too large.
    private const int MaxTrust = 4 * 1024 * 1024 + 1;

    /// <summary>A trust list: a file, or the one of a snapshot.</summary>
    public static TrustList Trust(string path, TimeProvider clock)
    {
        if (Snapshot(path) is { } snapshot) return snapshot.TrustAt(clock.GetUtcNow());
        try
        {
            return TrustList.Parse(Read(path, MaxTrust));
        }
        catch (TrustListException wrong)
        {
            throw new WrongUseException("bad-trust", path, Sentences.Thai(wrong.Code), Sentences.English(wrong.Code), wrong.Where);
        }
    }

    /// <summary>The snapshot in a folder; null for what is no folder.</summary>
    public static TrustSnapshot? Snapshot(string path) => Directory.Exists(path) ? new(path) : null;

    /// <summary>The first bytes of a file, up to so many.</summary>
    public static byte[] Read(string path, int maximum)
    {
        if (!File.Exists(path)) throw new WrongUseException(Directory.Exists(path) ? "is-folder" : "no-file", path);
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[stream.CanSeek ? Math.Min(maximum, Math.Max(stream.Length, 1)) : maximum];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException("unreadable", path);
        }
    }
}
