using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Witness.Witnessing;

/// <summary>A log that this party watches: "for each log, uniquely identified by its origin line".</summary>
/// <param name="Origin">The first line of its checkpoints.</param>
/// <param name="Keys">The keys trusted for that origin; more than one while the log changes its key.</param>
internal sealed record KnownLog(string Origin, IReadOnlyList<VerifierKey> Keys)
{
    /// <summary>"The origin hash is the SHA-256 hash of the log's origin, hex encoded, in lowercase."</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Origin)));

    /// <summary>
    /// Whether a trusted key signed the note. It does not count when "a signature line's key name and ID match a trusted key but the
    /// signature itself fails to verify", whatever else is there.
    /// </summary>
    public bool Signed(SignedNote note)
    {
        try
        {
            return Keys.Count(note.IsSignedBy) > 0;
        }
        catch (LogFormatException)
        {
            return false;
        }
    }
}
