using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Cli.Snapshots;

/// <summary>A folder with everything that verifying without network needs: the pinned ledger, what leads from its key to later ones, its signed trust list, and the status lists that it names. Whoever is stopped in the middle leaves every file whole, of before or of after.</summary>
internal sealed class TrustSnapshot(string folder)
{
    // As the library takes at most.
    private const int MaxFile = 12 * 1024 * 1024 + 1;

    private readonly string full = folder.Length > 0 && !folder.Contains('\0', StringComparison.Ordinal) ? Path.GetFullPath(folder) : throw new WrongUseException("no-folder", folder);

    private string LedgerFile => Path.Combine(full, "ledger.json");

    private string TrustFile => Path.Combine(full, "trust.jwt");

    private string LinksFile => Path.Combine(full, "trust-keys.txt");

    private string ListsFolder => Path.Combine(full, "status");

    /// <summary>The ledger that it is of; null in a folder that is no snapshot yet.</summary>
    /// <exception cref="WrongUseException">There is such a file, and it is not in its form.</exception>
    public LedgerPin? Pin => File.Exists(LedgerFile) ? LedgerPin.Parse(InputFiles.Read(LedgerFile, MaxFile)) ?? throw new WrongUseException("bad-snapshot", LedgerFile) : null;

    /// <summary>The signed trust list as it was fetched last; null before the first.</summary>
    public byte[]? SignedTrust => Read(TrustFile);

    /// <summary>When that was issued, by the keys that count; null before the first.</summary>
    /// <exception cref="WrongUseException">It is damaged.</exception>
    public DateTimeOffset? SignedTrustAt(TrustKeyChain keys)
    {
        if (SignedTrust is not { } signed) return null;
        try
        {
            return keys.IssuedAt(signed);
        }
        catch (TrustListException)
        {
            throw new WrongUseException("bad-snapshot", TrustFile);
        }
    }

    /// <summary>What leads from the pinned key to later ones, as it was fetched last.</summary>
    public byte[] Links => Read(LinksFile) ?? [];

    /// <summary>The keys that sign the ledger's receipts.</summary>
    /// <exception cref="WrongUseException">There is no trust list, or it cannot be used.</exception>
    public IReadOnlyList<LedgerKey> ReceiptKeys => Opened((keys, signed) => keys.ReceiptKeys(signed));

    /// <summary>The trust list.</summary>
    /// <exception cref="WrongUseException">There is none, or it cannot be used at that moment.</exception>
    public TrustList TrustAt(DateTimeOffset now) => Opened((keys, signed) => keys.Open(signed, now));

    private T Opened<T>(Func<TrustKeyChain, byte[], T> read)
    {
        if (Pin is not { } pin || SignedTrust is not { } signed) throw new WrongUseException("no-snapshot", full);
        try
        {
            return read(TrustKeyChain.Follow(pin.Key, Links), signed);
        }
        catch (TrustListException wrong)
        {
            throw new WrongUseException("bad-trust", TrustFile, Sentences.Thai(wrong.Code), Sentences.English(wrong.Code), wrong.Where);
        }
    }

    /// <summary>The status list of that address as it was fetched last; null when there is none.</summary>
    public byte[]? List(Uri address) => Read(FileOf(address));

    public void Keep(LedgerPin pin) => Replace(LedgerFile, pin.ToJson());

    /// <summary>Keep what leads to later keys: before a list by one of them, so that whatever is stopped in between leaves a list that counts.</summary>
    public void KeepLinks(byte[] links)
    {
        if (!links.AsSpan().SequenceEqual(Links)) Replace(LinksFile, links);
    }

    public void KeepTrust(byte[] signed) => Replace(TrustFile, signed);

    public void KeepList(Uri address, byte[] list) => Replace(FileOf(address), list);

    /// <summary>Take away the lists of other addresses.</summary>
    public void KeepOnly(IEnumerable<Uri> addresses)
    {
        if (!Directory.Exists(ListsFolder)) return;
        foreach (var file in Directory.GetFiles(ListsFolder, "*.jwt").Except(addresses.Select(FileOf))) File.Delete(file);
    }

    // Addresses have characters that file names cannot have.
    private string FileOf(Uri address) => Path.Combine(ListsFolder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32]}.jwt");

    private static byte[]? Read(string path) => File.Exists(path) ? InputFiles.Read(path, MaxFile) : null;

    private void Replace(string path, byte[] content)
    {
        try
        {
            new DurableFiles(Path.Combine(full, ".drafts")).Write(path, content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException("unwritable", path);
        }
    }
}
