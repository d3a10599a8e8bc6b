using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;

namespace CredentialLedger.Witness.Witnessing;

/// <summary>A checkpoint with the log's signatures and, last, our own cosignature: what is stored, served, and trusted again only when it verifies.</summary>
internal sealed record CosignedHead(SignedNote Note, Checkpoint Checkpoint, DateTimeOffset At)
{
    // A clock that was set back by more than this is the operator's to repair: every other time would be a lie.
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(1);

    /// <summary>Cosign a checkpoint that the log signed; never at an earlier time than <paramref name="last"/>.</summary>
    public static CosignedHead Make(SignedNote submitted, KnownLog log, NoteSigner cosigner, CosignedHead? last, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (last is not null && now < last.At) now = now >= last.At - Back ? last.At : throw new ClockException();
        var at = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        // "It MUST ignore signatures from unknown keys": they are neither kept nor served.
        var signatures = submitted.Signatures.Where(line => log.Keys.Any(key => key.Made(line))).DistinctBy(line => line.ToString());
        return new(new(submitted.Text, [.. signatures, Cosignature.Make(cosigner, submitted.Text, at)]), Checkpoint.Parse(submitted.Text), at);
    }

    /// <summary>Read one that the log signed and this cosigner cosigned; null for anything else.</summary>
    public static CosignedHead? Read(ReadOnlySpan<byte> bytes, KnownLog log, VerifierKey cosigner)
    {
        try
        {
            var note = SignedNote.Parse(bytes);
            var checkpoint = Checkpoint.Parse(note.Text);
            return checkpoint.Origin == log.Origin && log.Signed(note) && Cosignature.TimeOf(note, cosigner) is { } at ? new(note, checkpoint, at) : null;
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    /// <summary>The head in a file; null when there is no file.</summary>
    /// <exception cref="DamagedException">There is a file, and it is not one that this cosigner wrote.</exception>
    public static CosignedHead? ReadFile(string path, KnownLog log, VerifierKey cosigner) =>
        File.Exists(path) ? Read(File.ReadAllBytes(path), log, cosigner) ?? throw new DamagedException(path) : null;

    /// <summary>Our own signature line, as it is answered.</summary>
    public string Line => Note.Signatures[^1].ToString();
}

/// <summary>The machine's clock is behind a time that was signed already.</summary>
internal sealed class ClockException : Exception;
