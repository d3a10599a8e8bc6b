using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Witnessing;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Witness.Http;

/// <summary><c>POST &lt;submission prefix&gt;/add-checkpoint</c> of C2SP tlog-witness; it is also how a mirror gets its pending checkpoint.</summary>
internal static class AddCheckpointEndpoint
{
    public static async Task<Answer> Post(HttpContext context, IReadOnlyDictionary<string, WatchedLog> logs, Limits limits)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limits.CheckpointBytes;
        if (await Body(context, limits) is not { } body) return Answer.Refused(StatusCodes.Status408RequestTimeout, "too-slow");
        Submission submission;
        try
        {
            submission = Submission.Parse(body);
        }
        catch (LogFormatException)
        {
            return Answer.Refused(StatusCodes.Status400BadRequest, "malformed");
        }
        // "If the checkpoint origin is unknown, the witness MUST respond with a 404 Not Found."
        return logs.TryGetValue(submission.Origin, out var log)
            ? await log.Guard(() => log.Witness.Add(submission, context.RequestAborted)) : Answer.Refused(StatusCodes.Status404NotFound, "unknown-log");
    }

    private static async Task<byte[]?> Body(HttpContext context, Limits limits)
    {
        using var slow = new CancellationTokenSource(limits.CheckpointTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted);
        var body = new MemoryStream(AddCheckpointRequest.MaxProof * 64);
        try
        {
            await context.Request.Body.CopyToAsync(body, either.Token);
            return body.ToArray();
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            return null;
        }
    }
}
