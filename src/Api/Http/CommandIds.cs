namespace CredentialLedger.Api.Http;

/// <summary>The id of a command: the caller's own, from the header <c>Idempotency-Key</c>, so that a repeat is seen as one; or a new one.</summary>
public sealed class CommandIds(IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The request header that holds the caller's command id, a UUID.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The command id of this request, or the answer to one that is no UUID.</summary>
    public (CommandId Command, IResult? Malformed) OfRequest()
    {
        var text = http.HttpContext?.Request.Headers[Header].ToString();
        if (string.IsNullOrEmpty(text)) return (new(Guid.CreateVersion7(clock.GetUtcNow()), false), null);
        return Guid.TryParse(text, out var id) && id != Guid.Empty
            ? (new(id, true), null)
            : (default, Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-idempotency-key", Header));
    }
}

/// <summary>A command's id, and whether the caller gave it.</summary>
public readonly record struct CommandId(Guid Id, bool Given);
