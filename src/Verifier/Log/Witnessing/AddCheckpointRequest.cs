using System.Globalization;
using System.Text;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log.Witnessing;

/// <summary>What a log asks a witness: to cosign a checkpoint that continues the one it cosigned last (C2SP tlog-witness, "add-checkpoint").</summary>
/// <param name="Old">Size of the tree that the witness cosigned last, as the log believes.</param>
/// <param name="Proof">The consistency proof from that tree to the checkpoint's.</param>
/// <param name="Note">The checkpoint with the log's signature.</param>
public sealed record AddCheckpointRequest(long Old, IReadOnlyList<byte[]> Proof, SignedNote Note)
{
    /// <summary>"The client MUST NOT send more than 63 consistency proof lines."</summary>
    public const int MaxProof = 63;

    /// <summary>Bytes that a request may have: a whole note, the proof and the line of the old size.</summary>
    public const int MaxLength = SignedNote.MaxLength + 4 * 1024;

    /// <summary>"409 Conflict": the content type of the size that the witness cosigned last, in decimal, with a newline.</summary>
    public const string SizeContentType = "text/x.tlog.size";

    /// <summary>Read a request's body; nothing is verified by that.</summary>
    /// <exception cref="LogFormatException">It is not one (<see cref="LogCodes.RequestFormat"/>), or its note is none (<see cref="LogCodes.NoteFormat"/>).</exception>
    public static AddCheckpointRequest Parse(ReadOnlySpan<byte> body)
    {
        var end = body.IndexOf("\n\n"u8);
        if (end < 0 || body.Length > MaxLength || NoteText.Of(body[..end]) is not { } head) throw Refused();
        if (head.Split('\n') is not [var first, .. { Length: <= MaxProof } lines] || !first.StartsWith("old ", StringComparison.Ordinal)) throw Refused();
        return new(NoteText.Number(first.AsSpan("old ".Length)) ?? throw Refused(), [.. lines.Select(Hash)], SignedNote.Parse(body[(end + 2)..]));
    }

    /// <summary>The body as it is sent.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"old {Old}\n{string.Concat(Proof.Select(hash => Convert.ToBase64String(hash) + "\n"))}\n{Note}"));

    private static byte[] Hash(string line) => NoteText.Base64(line) is { Length: MerkleTree.HashLength } hash ? hash : throw Refused();

    private static LogFormatException Refused() => new(LogCodes.RequestFormat);
}
