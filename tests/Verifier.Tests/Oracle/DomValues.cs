using System.Globalization;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>Dates, ids and numbers in their one spelling, by the framework's parsers of text: not the way that the strict path takes.</summary>
internal static class DomValues
{
    public static DateOnly Date(this StrictValues values, string text)
    {
        values.Require(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date));
        return date;
    }

    public static void Moment(this StrictValues values, string text) =>
        values.Require(DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));

    public static Guid Id(this StrictValues values, string text)
    {
        values.Require(Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text);
        return id;
    }

    public static long Number(this StrictValues values, string text, long minimum, long maximum)
    {
        values.Require(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum && number.ToString(CultureInfo.InvariantCulture) == text);
        return number;
    }
}
