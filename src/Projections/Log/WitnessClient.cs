using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Projections.Log;

/// <summary>What a witness or a mirror answered; a network that fails is an exception (HttpRequestException, IOException, OperationCanceledException).</summary>
public abstract record WitnessAnswer
{
    private WitnessAnswer() { }

    /// <summary>It cosigned; the lines are not verified, and whoever takes them ignores those of keys it does not know (<see cref="TlogPolicy"/> does).</summary>
    public sealed record Cosigned(IReadOnlyList<NoteSignature> Lines) : WitnessAnswer;

    /// <summary>The witness cosigned a tree of another size last: the proof has to start there.</summary>
    public sealed record Conflict(long Size) : WitnessAnswer;

    /// <summary>The mirror took a part, or wants another one: where it stands.</summary>
    public sealed record Continue(MirrorInfo Info) : WitnessAnswer;

    /// <summary>It refused: 403, 404 and 422 are for people to look at, 400 is our own mistake, 503 the other's machine.</summary>
    public sealed record Refused(HttpStatusCode Status) : WitnessAnswer;
}

/// <summary>Asks a party's witness for its cosignature and brings its mirror up to date (C2SP tlog-witness, tlog-mirror): the log's side.</summary>
public static class WitnessClient
{
    private const int LongestAnswer = 256 * 1024;

    /// <summary>Ask for a cosignature of a checkpoint.</summary>
    /// <param name="http">Its timeout is the longest wait for an answer.</param>
    /// <param name="witness">The submission prefix.</param>
    /// <param name="old">Size of the tree that the witness cosigned last; 0 when that is not known, and it answers with the size.</param>
    /// <param name="proof">The consistency proof from there.</param>
    /// <param name="note">The checkpoint with the log's signature.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task<WitnessAnswer> AddCheckpoint(HttpClient http, Uri witness, long old, IReadOnlyList<byte[]> proof, SignedNote note, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Below(witness, "add-checkpoint")) { Content = new ByteArrayContent(new AddCheckpointRequest(old, proof, note).ToBytes()) };
        var (status, type, body) = await Send(http, request, token);
        // "409 Conflict": "the tree size of the latest cosigned checkpoint in decimal, followed by a newline".
        return status is HttpStatusCode.Conflict && type == AddCheckpointRequest.SizeContentType && Size(body) is { } size ? new WitnessAnswer.Conflict(size) : Of(status, body, note);
    }

    /// <summary>Upload what the packages of one request hold, at most 32, from <paramref name="header"/>'s start on.</summary>
    /// <param name="http">Its timeout is the longest wait for an answer.</param>
    /// <param name="mirror">The submission prefix.</param>
    /// <param name="header">Which entries, proven against which pending checkpoint.</param>
    /// <param name="packages">A prefix of <see cref="AddEntriesHeader.Packages"/>.</param>
    /// <param name="note">That checkpoint.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task<WitnessAnswer> AddEntries(HttpClient http, Uri mirror, AddEntriesHeader header, IEnumerable<EntryPackage> packages, SignedNote note, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Below(mirror, "add-entries"))
        {
            Content = new ByteArrayContent([.. header.ToBytes(), .. packages.Take(AddEntriesHeader.MaxPackages).SelectMany(package => package.ToBytes())]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(AddEntriesHeader.ContentType);
        var (status, type, body) = await Send(http, request, token);
        return status is HttpStatusCode.Conflict or HttpStatusCode.Accepted && type == MirrorInfo.ContentType && Info(body) is { } info ? new WitnessAnswer.Continue(info) : Of(status, body, note);
    }

    /// <summary>
    /// Bring a mirror up to a checkpoint that it got by <see cref="AddCheckpoint"/>: request after request until it has cosigned, refused, or asks
    /// for a checkpoint of another size, which is answered as it came.
    /// </summary>
    /// <param name="http">Its timeout is the longest wait for one answer.</param>
    /// <param name="mirror">The submission prefix.</param>
    /// <param name="note">The checkpoint with the log's signature.</param>
    /// <param name="from">First entry that the mirror has not, as far as is known.</param>
    /// <param name="entries">The log's entries of a half-open interval within one bundle.</param>
    /// <param name="complete">The hashes of the checkpoint's tree, such as <see cref="TileHashes.Of"/>.</param>
    /// <param name="token">Ends it.</param>
    public static async Task<WitnessAnswer> Upload(HttpClient http, Uri mirror, SignedNote note, long from,
        Func<long, long, IReadOnlyCollection<ReadOnlyMemory<byte>>> entries, SubtreeHash complete, CancellationToken token)
    {
        var (origin, size) = (Checkpoint.Parse(note.Text).Origin, Checkpoint.Parse(note.Text).Size);
        var header = new AddEntriesHeader(origin, Math.Min(from, size), size, default);
        // Each request either moves the mirror on or corrects one belief; more than this means that it does neither.
        for (var left = size / (AddEntriesHeader.MaxPackages * Tile.FullWidth) + 4; ; left--)
        {
            var packages = header.Packages.Take(AddEntriesHeader.MaxPackages)
                .Select(range => new EntryPackage(entries(range.Start, range.End), BundleProof.Of(range.Start / Tile.FullWidth, size, complete)));
            var answer = await AddEntries(http, mirror, header, packages, note, token);
            if (left == 0 || answer is not WitnessAnswer.Continue { Info: var info } || info.Size != size) return answer;
            header = header with { Start = Math.Min(info.Next, size), Ticket = info.Ticket };
        }
    }

    private static Uri Below(Uri prefix, string name) => new($"{prefix.AbsoluteUri.TrimEnd('/')}/{name}");

    private static WitnessAnswer Of(HttpStatusCode status, byte[] body, SignedNote note)
    {
        if (status is not HttpStatusCode.OK) return new WitnessAnswer.Refused(status);
        try
        {
            // "To parse the response, the client MAY concatenate it to the checkpoint."
            return new WitnessAnswer.Cosigned(SignedNote.Parse([.. Encoding.UTF8.GetBytes(note.Text + "\n"), .. body]).Signatures);
        }
        catch (LogFormatException)
        {
            return new WitnessAnswer.Refused(HttpStatusCode.BadGateway);
        }
    }

    private static async Task<(HttpStatusCode Status, string? Type, byte[] Body)> Send(HttpClient http, HttpRequestMessage request, CancellationToken token)
    {
        // HttpClient's own timeout ends with the headers; the body of a witness that stalls has to end too.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(http.Timeout);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
        var body = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, patience.Token);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, body[..length]);
    }

    private static long? Size(byte[] body) =>
        Encoding.ASCII.GetString(body) is [.. var digits, '\n'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    private static MirrorInfo? Info(byte[] body)
    {
        try
        {
            return MirrorInfo.Parse(body);
        }
        catch (LogFormatException)
        {
            return null;
        }
    }
}
