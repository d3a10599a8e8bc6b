using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Witness.Witnessing;

/// <summary>A request with its checkpoint read.</summary>
/// <param name="Request">The request.</param>
/// <param name="Origin">Which log the checkpoint is of.</param>
/// <param name="Head">The checkpoint; null when it is the empty tree's with another root.</param>
internal sealed record Submission(AddCheckpointRequest Request, string Origin, Checkpoint? Head)
{
    public long Size => Head?.Size ?? 0;

    /// <summary>Read a request's body.</summary>
    /// <exception cref="LogFormatException">It is malformed.</exception>
    public static Submission Parse(ReadOnlySpan<byte> body)
    {
        var request = AddCheckpointRequest.Parse(body);
        var text = request.Note.Text;
        try
        {
            var head = Checkpoint.Parse(text);
            return new(request, head.Origin, head);
        }
        catch (LogFormatException) when (text.Split('\n') is [var origin, "0", { Length: 44 }, .. var rest])
        {
            // The library takes an empty tree with another root for no checkpoint at all. The page wants 422 for it, and that only behind 404, 403 and 409.
            return new(request, Checkpoint.Parse(string.Join('\n', [origin, "0", Convert.ToBase64String(MerkleTree.EmptyRoot), .. rest])).Origin, null);
        }
    }
}
