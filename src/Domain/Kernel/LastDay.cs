namespace CredentialLedger.Domain.Kernel;

/// <summary>The last day of what is good for so many months.</summary>
public static class LastDay
{
    /// <summary>
    /// Last day of what is good from <paramref name="from"/> on, null without end: the day before the one that corresponds to the first;
    /// where the last month has no such day, its last day (Civil and Commercial Code, section 193/5).
    /// </summary>
    public static DateOnly? After(DateOnly from, int? months)
    {
        if (months is not { } count) return null;
        var then = from.AddMonths(count);
        return then.Day == from.Day ? then.AddDays(-1) : then;
    }
}
