namespace CredentialLedger.Api.Http;

/// <summary>Days as Thailand counts them: UTC+7, without daylight saving time.</summary>
public static class ThaiTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today in Thailand.</summary>
    public static DateOnly ThaiToday(this TimeProvider clock) => clock.GetUtcNow().ThaiDay();

    /// <summary>The day in Thailand at a moment.</summary>
    public static DateOnly ThaiDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>When a day begins in Thailand.</summary>
    public static DateTimeOffset ThaiMidnight(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
