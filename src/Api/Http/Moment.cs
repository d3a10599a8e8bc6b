using System.Globalization;

namespace CredentialLedger.Api.Http;

/// <summary>Reads a moment as a caller may give it: ISO 8601 with offset, or a day, which means its last moment in Thailand; today means now.</summary>
public static class Moment
{
    // A later year is one of the Buddhist era, most likely, which is never guessed; and no arithmetic on these can overflow.
    private const int FirstYear = 1900, LastYear = 2400;
    private static readonly string[] WithOffset = [.. from time in (string[])["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF"] from offset in (string[])["zzz", "'Z'"] select $"yyyy-MM-dd'T'{time}{offset}"];
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7), Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>The moment, in whole microseconds; now when nothing was given; null when it cannot be read.</summary>
    public static DateTimeOffset? Parse(string? text, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(text)) return Now(clock);
        if (Day(text) is { } day)
            return day == clock.ThaiToday() ? Now(clock) : Plausible(day.Year) ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, Thailand).AddMicroseconds(-1) : null;
        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && Plausible(moment.Year) ? moment : null;
    }

    /// <summary>The moment of so many seconds since 1970 in UTC, as protocols between programs give it (NumericDate of RFC 7519, whole); now when nothing was given; null when it cannot be read.</summary>
    public static DateTimeOffset? OfSeconds(string? text, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(text)) return Now(clock);
        // The framework would overlook zero bytes behind the number.
        return text.All(char.IsAsciiDigit) && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>Whether this is a day, of a year that moments may have.</summary>
    public static bool IsDay(string text) => Day(text) is { Year: var year } && Plausible(year);

    /// <summary>Whether a moment has not come, by more than clocks differ: nothing is known at it.</summary>
    public static bool IsToCome(DateTimeOffset moment, TimeProvider clock) => moment > clock.GetUtcNow() + Tolerance;

    // No finer than what can be given: answers name it, and whoever asks for that very moment again is understood.
    private static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Plausible(int year) => year is >= FirstYear and <= LastYear;
}
