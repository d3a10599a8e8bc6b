using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>Reads values at a path of a JSON object, each in its one spelling; remembers that one was wrong instead of stopping.</summary>
internal sealed class JsonValues(JsonElement root)
{
    // 9999-12-31T23:59:59Z, the last second that has a date.
    private const long MaxTime = 253402300799;

    // Days become NumericDates (RFC 7519 section 2), which begin here.
    private const int FirstYear = 1970;

    public bool Faulty { get; private set; }

    public bool Has(string path) => Find(path) is not null;

    public string Text(string path, int maximum) =>
        String(path) is { } text && StrictValues.IsText(text, maximum) ? text : Fault("");

    public string Code(string path) => Text(path, StrictValues.MaxCode);

    public string Text(string path) => Text(path, StrictValues.MaxText);

    public string? TextIfAny(string path) => Has(path) ? Text(path) : null;

    public Guid Id(string path) =>
        String(path) is { } text && text.StartsWith(JwtNames.Uuid, StringComparison.Ordinal)
            && Guid.TryParseExact(text[JwtNames.Uuid.Length..], "D", out var id) && JwtNames.Uuid + id.ToString("D") == text ? id : Fault(Guid.Empty);

    /// <summary>The day that a text begins with: a date, or a moment whose rest the reader compares.</summary>
    public DateOnly Date(string path) =>
        String(path) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], JwtNames.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year >= FirstYear ? date : Fault(DateOnly.MinValue);

    public DateOnly? DateIfAny(string path) => Has(path) ? Date(path) : null;

    public long Number(string path, long minimum, long maximum) =>
        Find(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) && number >= minimum && number <= maximum
            ? number : Fault(0L);

    /// <summary>A whole number that is written as text.</summary>
    public long Digits(string path, long minimum, long maximum) =>
        String(path) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number : Fault(0L);

    public DateTimeOffset Moment(string path) => DateTimeOffset.FromUnixTimeSeconds(Number(path, 0, MaxTime));

    public bool Boolean(string path) => Find(path)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Fault(false),
    };

    public Uri Address(string path) =>
        String(path) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && StrictValues.IsAddress(address) && address.AbsoluteUri == text
            ? address : Fault(new Uri("about:blank"));

    public IdentityHash Identity(string path) =>
        String(path + "/salt") is { } salt && StrictValues.Base64OrNull(salt) is { Length: >= IdentityHash.MinimumSaltLength and <= IdentityHash.MaximumSaltLength } bytes
            && String(path + "/value") is { } value && StrictValues.Base64OrNull(value) is { Length: SHA256.HashSizeInBytes } hash
            ? new(bytes, hash) : Fault(new IdentityHash([], []));

    /// <summary>What else values must be.</summary>
    public void Require(bool fits) => Faulty |= !fits;

    private string? String(string path) => Find(path) is { ValueKind: JsonValueKind.String } value ? StrictJson.TextOrNull(value) : null;

    private JsonElement? Find(string path)
    {
        JsonElement? at = root;
        foreach (var step in path.Split('/'))
            at = at is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(step, out var member) ? member
                : at is { ValueKind: JsonValueKind.Array } list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength() ? list[index]
                : null;
        return at;
    }

    private T Fault<T>(T placeholder)
    {
        Faulty = true;
        return placeholder;
    }
}
