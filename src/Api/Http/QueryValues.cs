using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Wolverine.Http;

namespace CredentialLedger.Api.Http;

/// <summary>
/// What stands in an address after the question mark must fit the endpoint's parameters, so that a bad value gets a code, both languages and its
/// parameter's name. The frameworks' own answers, where they have any, have none of these.
/// </summary>
public sealed class QueryValues(RequestDelegate next)
{
    private static readonly MethodInfo Parser = typeof(QueryValues).GetMethod(nameof(Parses), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly ConcurrentDictionary<Endpoint, Parameter[]> known = new();

    private sealed record Parameter(string Name, Func<string, bool> Fits);

    /// <summary>Let the request through, or answer why not.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || context.Request.Query.Count == 0) return next(context);
        // Several values of one parameter are read as one text, as the frameworks do: none of these kinds is a list.
        var bad = known.GetOrAdd(endpoint, Of).FirstOrDefault(p => context.Request.Query[p.Name].ToString() is { Length: > 0 } text && !p.Fits(text));
        return bad is null ? next(context) : Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-query", bad.Name).ExecuteAsync(context);
    }

    // An endpoint's method is known to Wolverine's chain, a portal page's to the routing. What may be absent is no part of a path.
    private static Parameter[] Of(Endpoint endpoint) =>
        [.. from parameter in (endpoint.Metadata.GetMetadata<HttpChain>()?.Method.Method ?? endpoint.Metadata.GetMetadata<MethodInfo>())?.GetParameters() ?? []
            let kind = Nullable.GetUnderlyingType(parameter.ParameterType)
            where kind is not null
            select new Parameter(parameter.Name!, kind == typeof(DateOnly) ? Moment.IsDay : Parser.MakeGenericMethod(kind).CreateDelegate<Func<string, bool>>())];

    private static bool Parses<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);
}
