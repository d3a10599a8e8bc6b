using System.IO.Compression;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Mirroring;
using CredentialLedger.Witness.Witnessing;

namespace CredentialLedger.Witness.Http;

/// <summary><c>POST &lt;submission prefix&gt;/add-entries</c> of C2SP tlog-mirror, read as a stream.</summary>
internal sealed class AddEntriesEndpoint(IReadOnlyDictionary<string, WatchedLog> logs, Limits limits)
{
    // "A mirror SHOULD permit multiple clients to concurrently send requests": several, not as many as like to.
    private readonly SemaphoreSlim uploads = new(limits.Uploads);

    public async Task<Answer> Post(HttpContext context)
    {
        if (!await uploads.WaitAsync(limits.CheckpointTime, context.RequestAborted)) return Answer.Refused(StatusCodes.Status503ServiceUnavailable, "busy");
        try
        {
            return await Read(context);
        }
        finally
        {
            uploads.Release();
        }
    }

    private async Task<Answer> Read(HttpContext context)
    {
        // "Mirrors SHOULD send an Accept-Encoding header that includes gzip."
        context.Response.Headers.AcceptEncoding = "gzip";
        if (context.Request.ContentType != AddEntriesHeader.ContentType) return Answer.Refused(StatusCodes.Status415UnsupportedMediaType, "content-type");
        using var slow = new CancellationTokenSource(limits.UploadTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted);
        await using var body = context.Request.Headers.ContentEncoding.ToString() switch
        {
            "" or "identity" => new BufferedStream(context.Request.Body, 64 * 1024),
            // "Mirrors MUST support receiving Content-Encoding: gzip."
            "gzip" => new BufferedStream(new GZipStream(context.Request.Body, CompressionMode.Decompress), 64 * 1024),
            _ => null,
        };
        if (body is null) return Answer.Refused(StatusCodes.Status415UnsupportedMediaType, "content-type");
        var reader = new UploadReader(body);
        if (await OrEnd(() => reader.Header(either.Token)) is not { } header) return Answer.Refused(StatusCodes.Status400BadRequest, "malformed");
        // "If log_origin is not a known log, the mirror MUST respond with a 404 Not Found."
        return logs.TryGetValue(header.Origin, out var log)
            ? await log.Guard(() => Upload(log.Mirror, header, reader, either.Token, context.RequestAborted)) : Answer.Refused(StatusCodes.Status404NotFound, "unknown-log");
    }

    private static async Task<Answer> Upload(MirroredLog mirror, AddEntriesHeader header, UploadReader reader, CancellationToken reading, CancellationToken token)
    {
        var (against, refusal) = await mirror.Begin(header, token);
        if (against is null) return refusal!;
        var (saved, end) = (0, header.Start);
        foreach (var (start, until) in header.Packages.Take(AddEntriesHeader.MaxPackages))
        {
            if (await OrEnd(() => reader.Package((int)(until - start), reading)) is not { } package) break;
            // "If this verification process fails, it MUST respond with a 422 Unprocessable Entity and end processing."
            if (!await mirror.Save(against, start, package, token)) return Answer.Refused(StatusCodes.Status422UnprocessableEntity, "not-proven");
            (saved, end) = (saved + 1, until);
        }
        // "If the canonical sequence is not empty, and no entry package was authenticated and saved before the body ended … 400 Bad Request."
        return end < header.End && saved == 0 ? Answer.Refused(StatusCodes.Status400BadRequest, "malformed") : await mirror.Commit(against, complete: end >= header.End, token);
    }

    // "Clients and mirrors MUST continue operating correctly if an add-entries stream is interrupted": whatever ends the body, what was proven is kept.
    private static async Task<T?> OrEnd<T>(Func<Task<T?>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception ended) when (ended is IOException or InvalidDataException or OperationCanceledException or LogFormatException)
        {
            return null;
        }
    }
}
