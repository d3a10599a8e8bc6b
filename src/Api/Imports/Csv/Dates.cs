using System.Globalization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>
/// Days as files write them. A column says its era and the year must agree: a year that belongs to the other era is refused with what
/// to do, never converted. Which days exist is judged in the common era: 29 February 2567 is one, 29 February 2568 is none.
/// </summary>
public static class Dates
{
    private const int BuddhistOffset = 543;

    // No fact of the ledger is older than 1857 CE, which is 2400 BE, nor that far in the future: the eras cannot be confused.
    private const int FirstBuddhist = 2400;

    /// <summary>A day of the common era as yyyy-MM-dd.</summary>
    public static (DateOnly? Day, Rejection? Why) Iso(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' || Numbers(text[..4], text[5..7], text[8..]) is not var (year, month, day)) return (null, BadRow.IsoDate);
        if (year >= FirstBuddhist) return (null, BadRow.BuddhistYear);
        return Of(year, month, day) is { } date ? (date, null) : (null, BadRow.IsoDate);
    }

    /// <summary>A day of the Buddhist era as dd/MM/yyyy.</summary>
    public static (DateOnly? Day, Rejection? Why) Buddhist(string text)
    {
        if (text.Length != 10 || text[2] != '/' || text[5] != '/' || Numbers(text[6..], text[3..5], text[..2]) is not var (year, month, day)) return (null, BadRow.BuddhistDate);
        if (year < FirstBuddhist) return (null, BadRow.CommonYear);
        return Of(year - BuddhistOffset, month, day) is { } date ? (date, null) : (null, BadRow.BuddhistDate);
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (int Year, int Month, int Day)? Numbers(string year, string month, string day) =>
        (year + month + day).All(char.IsAsciiDigit) ? (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture)) : null;

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
