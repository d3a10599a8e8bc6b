using System.Globalization;
using System.Security.Cryptography;
using CredentialLedger.Witness.Storage;

namespace CredentialLedger.Witness.Witnessing;

/// <summary>Checkpoints that a log signed and that do not continue what it signed before, kept for whoever asks the log about them.</summary>
internal static class Evidence
{
    // Enough to show misbehaviour; more would only fill the disk.
    private const int Most = 64;

    public static void Keep(WitnessFolder folder, KnownLog log, Submission submission)
    {
        var place = Path.Combine(folder.StateOf(log.Hash), "evidence");
        var note = submission.Request.Note.ToBytes();
        var path = Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{submission.Size}-{Convert.ToHexStringLower(SHA256.HashData(note))[..16]}.note"));
        // Before the first checkpoint there is nothing that it could contradict.
        if (!Directory.Exists(folder.StateOf(log.Hash)) || File.Exists(path) || (Directory.Exists(place) && Directory.EnumerateFiles(place).Count() >= Most)) return;
        folder.Files.Write(path, note);
    }
}
