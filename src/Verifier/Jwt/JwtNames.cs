using System.Globalization;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>Fixed values of the two token shapes, and how they write days: a day is Thai (UTC+7), both ends of a period included.</summary>
internal static class JwtNames
{
    public const string BadgeType = "vc+jwt";
    public const string SdJwtType = "dc+sd-jwt";
    public const string Algorithm = "ES256";
    public const string Uuid = "urn:uuid:";
    public const string Day = "yyyy-MM-dd";
    public const string CredentialType = XmlNames.Credential;

    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    public static DateTimeOffset First(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Bangkok);

    public static DateTimeOffset Last(DateOnly day) => new(day.ToDateTime(new TimeOnly(23, 59, 59)), Bangkok);

    public static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
