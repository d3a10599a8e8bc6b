namespace CredentialLedger.Api.Http;

/// <summary>The moments that a view is asked for (design.md, section 6): effective dates are judged at one, and what was recorded up to the other counts.</summary>
/// <param name="AsOf">When the view is judged.</param>
/// <param name="KnownAt">Up to when recorded events count; null for everything recorded so far.</param>
public sealed record Moments(DateTimeOffset AsOf, DateTimeOffset? KnownAt)
{
    /// <summary>The day in Thailand on which effective dates are judged.</summary>
    public DateOnly Day => AsOf.ThaiDay();

    /// <summary>The moments of a request, or the answer to a malformed one. Without <paramref name="knownAt"/>, <paramref name="asOf"/> stands for both,
    /// and nothing is known at a moment that has not come; a later day can be judged by what is known now.</summary>
    public static (Moments? Moments, IResult? Malformed) Of(string? asOf, string? knownAt, TimeProvider clock)
    {
        if (Moment.Parse(asOf, clock) is not { } judged) return (null, Malformed(nameof(asOf)));
        if (Moment.Parse(knownAt, clock) is not { } known) return (null, Malformed(nameof(knownAt)));
        if (!string.IsNullOrEmpty(knownAt)) return Moment.IsToCome(known, clock) ? (null, ToCome(nameof(knownAt))) : (new(judged, known), null);
        if (string.IsNullOrEmpty(asOf)) return (new(judged, null), null);
        return Moment.IsToCome(judged, clock) ? (null, ToCome(nameof(asOf))) : (new(judged, judged), null);
    }

    /// <summary>The answer to who asks what was known at a moment that has not come.</summary>
    public static IResult ToCome(string field) => Problem.Of(StatusCodes.Status400BadRequest, "request.future-moment", field);

    private static IResult Malformed(string field) => Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", field);
}
