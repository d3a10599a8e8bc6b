using System.Globalization;

namespace CredentialLedger.Api.Http;

/// <summary>Reads a moment as a caller may give it: ISO 8601 with offset, or a day, which means its last moment in Thailand.</summary>
public static class Moment
{
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>The moment; now when nothing was given; null when it cannot be read.</summary>
    public static DateTimeOffset? Parse(string? text, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(text)) return clock.GetUtcNow();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Thailand).AddDays(1).AddTicks(-TimeSpan.TicksPerMicrosecond);
        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }
}
