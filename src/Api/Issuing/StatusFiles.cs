using System.Collections.Concurrent;
using System.Globalization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Status;

namespace CredentialLedger.Api.Issuing;

/// <summary>
/// The published status lists as static files, which any mirror can copy: the newest of each under its number, and beside it, under the second of
/// its <c>iat</c>, each that said something new or was the first of its day.
/// </summary>
public sealed class StatusFiles(IConfiguration configuration)
{
    private const string Extension = ".jwt", KeptFolder = "kept", Folder = "status";

    // A file that was replaced so short a time ago may be replaced again with the same time and length.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly string folder = Path.Combine(LedgerFolder.Of(configuration), Folder);
    private readonly ConcurrentDictionary<string, (DateTime Written, long Length, byte[] Token)> read = new(StringComparer.Ordinal);

    /// <summary>Every list that is kept in a ledger's folder, by its path from there: what a backup takes. The newest ones are signed anew at every start.</summary>
    public static IEnumerable<string> KeptIn(string ledger) => !Directory.Exists(Path.Combine(ledger, Folder)) ? []
        : Directory.EnumerateDirectories(Path.Combine(ledger, Folder)).Select(issuer => Path.Combine(issuer, KeptFolder)).Where(Directory.Exists)
            .SelectMany(kept => Directory.EnumerateFiles(kept, $"*{Extension}", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(ledger, file));

    /// <summary>The newest token of a list.</summary>
    /// <param name="issuer">Code of an issuer of this ledger.</param>
    /// <param name="number">Number of the list, from 1.</param>
    /// <param name="purpose">The purpose of the bitstring list; null for the token status list.</param>
    public string Newest(string issuer, int number, StatusPurpose? purpose = null) => Path.Combine(folder, issuer, NameOf(number, purpose) + Extension);

    /// <summary>What a file of <see cref="Newest"/> holds now; null where there is none. Read again only when the file is another: whichever process published it, so it is what is told from then on.</summary>
    public byte[]? Read(string newest)
    {
        var file = new FileInfo(newest);
        if (!file.Exists) return null;
        var (written, length) = (file.LastWriteTimeUtc, file.Length);
        if (read.TryGetValue(newest, out var kept) && kept.Written == written && kept.Length == length) return kept.Token;
        var token = File.ReadAllBytes(newest);
        if (DateTime.UtcNow - written > Settled) read[newest] = (written, length, token);
        return token;
    }

    /// <summary>The token that was in force at a moment: the last one kept that was issued by then; null where there is none.</summary>
    public string? At(string issuer, int number, StatusPurpose? purpose, DateTimeOffset moment)
    {
        var kept = Kept(issuer, number, purpose);
        var seconds = !Directory.Exists(kept) ? [] : Directory.EnumerateFiles(kept, $"*{Extension}")
            .Select(f => long.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture)).Where(s => s <= moment.ToUnixTimeSeconds()).ToArray();
        return seconds.Length == 0 ? null : FileOf(kept, seconds.Max());
    }

    /// <summary>Put a token in place of the newest one, and keep it for later questions; each file is whole or as it was.</summary>
    public void Write(string issuer, int number, StatusPurpose? purpose, ReadOnlySpan<byte> token, DateTimeOffset issued, bool keep)
    {
        var files = new DurableFiles(Path.Combine(folder, "drafts"));
        if (keep) files.Write(FileOf(Kept(issuer, number, purpose), issued.ToUnixTimeSeconds()), token);
        files.Write(Newest(issuer, number, purpose), token);
    }

    private string Kept(string issuer, int number, StatusPurpose? purpose) => Path.Combine(folder, issuer, KeptFolder, NameOf(number, purpose));

    private static string FileOf(string kept, long second) => Path.Combine(kept, second.ToString(CultureInfo.InvariantCulture) + Extension);

    private static string NameOf(int number, StatusPurpose? purpose) =>
        number.ToString(CultureInfo.InvariantCulture) + (purpose is { } told ? $".{told.ToString().ToLowerInvariant()}" : "");
}
