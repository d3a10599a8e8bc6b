namespace CredentialLedger.Api.Http;

/// <summary>The moments that a view is asked for (design.md, section 6): effective dates are judged at one, and what was recorded up to the other counts.</summary>
/// <param name="AsOf">When the view is judged.</param>
/// <param name="KnownAt">Up to when recorded events count; null for everything recorded so far.</param>
public sealed record Moments(DateTimeOffset AsOf, DateTimeOffset? KnownAt)
{
    /// <summary>The day in Thailand on which effective dates are judged.</summary>
    public DateOnly Day => AsOf.ThaiDay();

    /// <summary>The moments of a request, or the answer to a malformed one. Without <paramref name="knownAt"/>, <paramref name="asOf"/> stands for both.</summary>
    public static (Moments? Moments, IResult? Malformed) Of(string? asOf, string? knownAt, TimeProvider clock)
    {
        if (Moment.Parse(asOf, clock) is not { } judged) return (null, Malformed(nameof(asOf)));
        if (Moment.Parse(knownAt, clock) is not { } known) return (null, Malformed(nameof(knownAt)));
        return (new(judged, !string.IsNullOrEmpty(knownAt) ? known : !string.IsNullOrEmpty(asOf) ? judged : null), null);
    }

    private static IResult Malformed(string field) => Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", field);
}
