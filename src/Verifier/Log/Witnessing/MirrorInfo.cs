using System.Globalization;
using System.Text;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log.Witnessing;

/// <summary>Where a mirror stands: the body of its answers 202 and 409 (C2SP tlog-mirror, "add-entries", "Processing").</summary>
/// <param name="Size">"The tree size of a valid pending checkpoint."</param>
/// <param name="Next">"The next entry": the first one that it has not.</param>
/// <param name="Ticket">"An opaque, possibly zero length, ticket value" for that checkpoint.</param>
public sealed record MirrorInfo(long Size, long Next, ReadOnlyMemory<byte> Ticket)
{
    /// <summary>The content type of such an answer.</summary>
    public const string ContentType = "text/x.tlog.mirror-info";

    /// <summary>Read an answer's body.</summary>
    /// <exception cref="LogFormatException">It is not these three lines (<see cref="LogCodes.RequestFormat"/>).</exception>
    public static MirrorInfo Parse(ReadOnlySpan<byte> body) =>
        NoteText.Of(body)?.Split('\n') is [var size, var next, var ticket, ""] && NoteText.Number(size) is { } pending && NoteText.Number(next) is { } first && NoteText.Base64(ticket) is { } opaque
            ? new(pending, first, opaque) : throw new LogFormatException(LogCodes.RequestFormat);

    /// <summary>The body as it is sent.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Size}\n{Next}\n{Convert.ToBase64String(Ticket.Span)}\n"));
}
