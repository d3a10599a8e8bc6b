namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>Days and hours as Thailand counts them: UTC+7, without daylight saving time.</summary>
internal static class Bangkok
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The time of day at a moment.</summary>
    public static TimeOnly Time(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
