using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Reads what the command line names, or says in two languages why not.</summary>
internal static class InputFiles
{
    private const int MaxTrust = 4 * 1024 * 1024 + 1;

    /// <summary>A trust list.</summary>
    public static TrustList Trust(string path)
    {
        try
        {
            return TrustList.Parse(Read(path, MaxTrust));
        }
        catch (TrustListException wrong)
        {
            throw new WrongUseException("bad-trust", path, Sentences.Thai(wrong.Code), Sentences.English(wrong.Code), wrong.Where);
        }
    }

    /// <summary>The first bytes of a file, as many as may be read of it.</summary>
    public static byte[] Read(string path, int maximum)
    {
        if (!File.Exists(path)) throw new WrongUseException(Directory.Exists(path) ? "is-folder" : "no-file", path);
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[maximum];
            var length = stream.ReadAtLeast(bytes, maximum, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException("unreadable", path);
        }
    }
}
