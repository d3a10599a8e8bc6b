using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log;

/// <summary>The forms of an entry of the log, by its first byte; each is 33 bytes long (docs/formats/log-entry.md).</summary>
public static class LogEntry
{
    /// <summary>Length of every entry, in bytes.</summary>
    public const int Length = Envelope.EntryLength;

    /// <summary>An event of the ledger: a keyed hash of its <see cref="Envelope"/>.</summary>
    public const byte Event = Envelope.Format;

    /// <summary>A row among the events that the application did not write as it stands.</summary>
    public const byte Foreign = 2;

    /// <summary>The first entry of a log that follows another: a hash of the last checkpoint of that one.</summary>
    public const byte Predecessor = 3;

    /// <summary>The first entry of a log that follows one which ended, or was lost, at this checkpoint.</summary>
    public static byte[] After(Checkpoint last) => [Predecessor, .. SHA256.HashData(Encoding.UTF8.GetBytes(last.Text))];

    /// <summary>The entry of a foreign row.</summary>
    /// <param name="key">32 bytes that nobody else knows, <see cref="ApplicationMac.ForeignKey"/>.</param>
    /// <param name="image">The whole row, as bytes.</param>
    public static byte[] OfForeign(ReadOnlySpan<byte> key, ReadOnlySpan<byte> image) => [Foreign, .. HMACSHA256.HashData(key, image)];
}
