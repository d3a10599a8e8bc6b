using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>The JSON form of a trust list, version <c>credentialledger-trust-1</c>.</summary>
internal static class TrustListJson
{
    public const string Format = "credentialledger-trust-1";
    private const string Day = "yyyy-MM-dd";
    private const int MaximumBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 8,
        // A file of its own, never part of a page: base64 keeps its plus signs.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record ListForm(string Format, bool AllowsTest, string[] Roots, IssuerForm[] Issuers, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Logs = null);

    private sealed record IssuerForm(string Code, string NameTh, string NameEn, KeyForm[] Keys, string[] StatusLists, string LogOrigin,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProofsFrom = null);

    private sealed record KeyForm(string KeyId, string ValidFrom, string? ValidUntil = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CompromisedFrom = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Fraudulent = false);

    public static byte[] Write(TrustList trust) => JsonSerializer.SerializeToUtf8Bytes(
        new ListForm(Format, trust.AllowsTest,
            [.. trust.Roots.Select(r => Convert.ToBase64String(r.RawData))],
            [.. trust.Issuers.Select(i => new IssuerForm(i.Code, i.NameTh, i.NameEn,
                [.. i.Keys.Select(k => new KeyForm(k.KeyId, Text(k.ValidFrom), k.ValidUntil is { } until ? Text(until) : null,
                    k.CompromisedFrom is { } from ? Text(from) : null, k.IsFraudulent))],
                [.. i.StatusLists.Select(u => u.AbsoluteUri)], i.LogOrigin, i.ProofsFrom?.ToString(Day, CultureInfo.InvariantCulture)))],
            trust.Logs.Count > 0 ? [.. trust.Logs] : null),
        Options);

    public static TrustList Parse(ReadOnlyMemory<byte> json)
    {
        var form = Read(json);
        if (form.Format != Format) throw new TrustListException(Codes.TrustFormat, "format");
        return new TrustList(form.AllowsTest, [.. form.Roots.Select(Root)], [.. form.Issuers.Select(Issuer)], form.Logs);
    }

    private static ListForm Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaximumBytes) throw new TrustListException(Codes.TrustJson, "size");
        try
        {
            // Strict lets a null through in an array, which no type here can hold.
            var form = JsonSerializer.Deserialize<ListForm>(json.Span, Options);
            if (form is not null && !form.Roots.Contains(null) && !form.Issuers.Contains(null) && form.Logs?.Contains(null) is not true
                && form.Issuers.All(i => !i.Keys.Contains(null) && !i.StatusLists.Contains(null))) return form;
            throw new TrustListException(Codes.TrustJson, "null");
        }
        catch (JsonException wrong)
        {
            throw new TrustListException(Codes.TrustJson, wrong.Path is { Length: > 0 } path ? path : $"line {wrong.LineNumber + 1}");
        }
    }

    private static X509Certificate2 Root(string text, int index)
    {
        try
        {
            if (StrictValues.Base64OrNull(text) is { } der) return CertificateRules.Load(der) ?? throw new CryptographicException();
        }
        catch (CryptographicException)
        {
        }

        throw new TrustListException(Codes.TrustRoot, $"roots[{index}]");
    }

    private static TrustedIssuer Issuer(IssuerForm form, int index) => new(
        form.Code, form.NameTh, form.NameEn,
        [.. form.Keys.Select(k => new TrustedKey(k.KeyId, Moment(k.ValidFrom, index), k.ValidUntil is { } until ? Moment(until, index) : null,
            k.CompromisedFrom is { } from ? Moment(from, index) : null, k.Fraudulent))],
        [.. form.StatusLists.Select(u => Address(u, index))],
        form.LogOrigin,
        form.ProofsFrom is { } day ? Date(day, index) : null);

    private static DateOnly Date(string text, int issuer) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new TrustListException(Codes.TrustValue, $"issuers[{issuer}].proofsFrom");

    private static Uri Address(string text, int issuer) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address : throw new TrustListException(Codes.TrustValue, $"issuers[{issuer}].statusLists");

    private static DateTimeOffset Moment(string text, int issuer) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (text.EndsWith('Z') || text.Length == 25)
            ? moment : throw new TrustListException(Codes.TrustValue, $"issuers[{issuer}].keys");

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
