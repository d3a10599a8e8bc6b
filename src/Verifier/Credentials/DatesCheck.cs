namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether the credential existed at the moment asked, and the Thai calendar day of that moment lies in its period, both ends included.</summary>
internal static class DatesCheck
{
    public static Finding Run(CredentialContent content, DateTimeOffset signedAt, DateTimeOffset? provenBy, DateTimeOffset at)
    {
        if (signedAt - at > Verify.ClockTolerance) return Finding.Failed(Codes.DatesNotYetIssued, signedAt);
        if (provenBy is { } proven && proven - at > Verify.ClockTolerance) return Finding.Unknown(Codes.DatesNotYetProven, proven);
        var day = PeopleDates.ThaiDay(at);
        if (day < content.ValidFrom) return Finding.Failed(Codes.DatesNotYetValid, content.ValidFrom);
        if (content.ValidUntil is { } until && day > until) return Finding.Failed(Codes.DatesExpired, until);
        return Finding.Passed(Codes.DatesGood, day);
    }
}
