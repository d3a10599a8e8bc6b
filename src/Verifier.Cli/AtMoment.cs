using System.Globalization;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Reads --at: an ISO 8601 date or moment in the common era; never guesses an era or an offset.</summary>
internal static class AtMoment
{
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    // A later year is one of the Buddhist era, most likely: an answer as of then would say that everything has expired.
    private const int LastYear = 2400;

    /// <summary>A date means the end of that day in Thailand; for today, now, because nothing is published yet for a later moment.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.Year > LastYear ? null : day == PeopleDates.ThaiDay(now) ? now : new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.FromHours(7));
        // Without Z or an offset at the end, K would silently take the machine's zone.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year <= LastYear
            ? moment : null;
    }
}
