using System.Diagnostics;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>What a refused request is answered with: problem details (RFC 9457) with a stable code and a sentence in both languages.</summary>
public static class Problem
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The answer to a rejected command.</summary>
    public static IResult Of(Rejection rejection) => Of(StatusOf(rejection.Kind), rejection.Code, rejection.Field);

    /// <summary>The answer to a request that was refused before any decider saw it.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable code; its sentences live in the resource files.</param>
    /// <param name="field">The input field at fault, or null.</param>
    /// <param name="more">Further members, such as line and column.</param>
    public static IResult Of(int status, string code, string? field = null, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["titleTh"] = Sentences.Thai(code) };
        if (field is not null) extensions["field"] = field;
        foreach (var (name, value) in more ?? new Dictionary<string, object?>()) extensions[name] = value;
        if (Activity.Current is { } activity) extensions["traceId"] = activity.TraceId.ToString();
        return new RefusedRequest(new() { Title = Sentences.English(code), Status = status, Type = $"urn:credentialledger:problem:{code}", Extensions = extensions });
    }

    /// <summary>The HTTP status of a family of refusals.</summary>
    public static int StatusOf(RejectionKind kind) => kind switch
    {
        RejectionKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RejectionKind.Forbidden => StatusCodes.Status403Forbidden,
        RejectionKind.Missing => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
