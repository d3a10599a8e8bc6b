using System.Globalization;

namespace CredentialLedger.Verifier;

/// <summary>Dates as people read them: Thai in the Buddhist era (CE + 543), English in the common era; moments in Thai time. Made without culture data, which a machine may lack.</summary>
public static class PeopleDates
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private static readonly string[] ThaiMonths =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    public static string Thai(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {ThaiMonths[date.Month - 1]} พ.ศ. {date.Year + 543}");

    public static string English(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)} {date.Year:D4}");

    public static string Thai(DateTimeOffset moment) => $"{Thai(ThaiDay(moment))} เวลา {Clock(moment)} น.";

    public static string English(DateTimeOffset moment) => $"{English(ThaiDay(moment))}, {Clock(moment)} (UTC+7)";

    /// <summary>The calendar day in Thailand at a moment.</summary>
    public static DateOnly ThaiDay(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    private static string Clock(DateTimeOffset moment)
    {
        var local = Local(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Hour:D2}:{local.Minute:D2}:{local.Second:D2}");
    }

    // The last hours of the year 9999 have no Thai date; they are shown as their UTC ones.
    private static DateTime Local(DateTimeOffset moment) =>
        moment.UtcDateTime > DateTime.MaxValue - Bangkok ? moment.UtcDateTime : moment.UtcDateTime + Bangkok;
}
