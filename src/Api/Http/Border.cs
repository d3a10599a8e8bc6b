using CredentialLedger.Api.Issuing.Keys;
using CredentialLedger.Api.Verification;
using CredentialLedger.Projections.Writing;
using Npgsql;

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
        catch (Exception e) when (!context.Response.HasStarted && IsAway(e))
        {
            Away(log, Reason(e), null);
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "5";
            await Problem.Of(StatusCodes.Status503ServiceUnavailable, "ledger.unavailable").ExecuteAsync(context);
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

    // PostgreSQL does not answer, is full, or is being stopped: what Npgsql says may be otherwise on another try, but for races, which Conflicts knows.
    private static bool IsAway(Exception? e) => e is not null && (e is NpgsqlException { IsTransient: true } || IsAway(e.InnerException));

    private static string Reason(Exception e) => e is NpgsqlException postgres ? postgres.SqlState ?? postgres.InnerException?.GetType().Name ?? postgres.Message : Reason(e.InnerException!);

    private static readonly Action<ILogger, string, Exception?> Away =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(2, nameof(Away)), "The database does not answer ({Reason}).");

    private static readonly Action<ILogger, Exception?> Unexpected =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(Unexpected)), "A request failed unexpectedly.");
}
