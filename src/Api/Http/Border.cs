using CredentialLedger.Api.Issuing.Keys;
using CredentialLedger.Api.Verification;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Http;

/// <summary>
/// What every request passes first: whatever the database refuses because somebody was faster gets its own answer, and so does what
/// nobody expected. Never a stack trace.
/// </summary>
public sealed class Border(RequestDelegate next, ILogger<Border> log)
{
    /// <summary>Let the request through, or answer why not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && Answer(e) is { } answer)
        {
            context.Response.Clear();
            await answer.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Unexpected(log, e);
            context.Response.Clear();
            await Problem.Of(StatusCodes.Status500InternalServerError, "server.unexpected").ExecuteAsync(context);
        }
    }

    private static IResult? Answer(Exception e) => e switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large"),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problem.Of(StatusCodes.Status408RequestTimeout, "request.too-slow"),
        Upload.SeveralDocumentsException => Problem.Of(StatusCodes.Status400BadRequest, "request.several-documents", "document"),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, "request.malformed"),
        LedgerClosedException { Code: LogStanding.Behind } => Problem.Of(StatusCodes.Status503ServiceUnavailable, "log.behind"),
        SigningUnavailableException => Problem.Of(StatusCodes.Status503ServiceUnavailable, "credential.signing-unavailable"),
        LedgerClosedException => Problem.Of(StatusCodes.Status503ServiceUnavailable, "log.unsure"),
        _ => Conflicts.Of(e) is { } rejection ? Problem.Of(rejection) : null,
    };

    private static readonly Action<ILogger, Exception?> Unexpected =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(Unexpected)), "A request failed unexpectedly.");
}
