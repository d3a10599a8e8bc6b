using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>A <c>BitstringStatusListCredential</c> signed by its issuer: W3C Bitstring Status List v1.0, secured as a JWT (W3C VC-JOSE-COSE), type <c>vc+jwt</c>.</summary>
public static class BitstringToken
{
    internal const string Type = "vc+jwt", Context = "https://www.w3.org/ns/credentials/v2", Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    internal static readonly string[] Types = ["VerifiableCredential", "BitstringStatusListCredential"];

    /// <summary>The address of the list for a purpose, beside the token status list with the same places.</summary>
    public static Uri AddressOf(Uri list, StatusPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new($"{list.AbsoluteUri}/{purpose.Name()}");
    }

    /// <summary>The token's bytes (ASCII). It speaks for the moments from <paramref name="issuedAt"/> up to, not including, <paramref name="expires"/>; both are cut to whole seconds.</summary>
    /// <param name="list">The statuses; each place is the same as in the token status list.</param>
    /// <param name="subject">Address of the token status list that this one stands beside.</param>
    /// <param name="purpose">What a set bit means.</param>
    /// <param name="issuer">The issuer's identifier, a URL or DID.</param>
    /// <param name="key">The issuer's key.</param>
    /// <param name="issuedAt">First moment.</param>
    /// <param name="expires">End.</param>
    /// <param name="ttl">How long a consumer may keep it before looking for a newer one.</param>
    public static byte[] Sign(StatusList list, Uri subject, StatusPurpose purpose, string issuer, IssuerKey key, DateTimeOffset issuedAt, DateTimeOffset expires, TimeSpan ttl)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(key);
        if (!StrictValues.IsAddress(subject)) throw new ArgumentException("A list has an absolute http or https address without a fragment.", nameof(subject));
        if (expires.ToUnixTimeSeconds() <= issuedAt.ToUnixTimeSeconds()) throw new ArgumentOutOfRangeException(nameof(expires), expires, "A token ends after it begins.");
        var id = AddressOf(subject, purpose).AbsoluteUri;
        return CompactJws.Sign(Type, new JsonObject
        {
            ["@context"] = new JsonArray(Context),
            ["id"] = id,
            ["type"] = new JsonArray([.. Types]),
            ["issuer"] = issuer,
            ["validFrom"] = Text(issuedAt),
            ["validUntil"] = Text(expires),
            // What a JWT library judges without knowing credentials says the same.
            ["iat"] = issuedAt.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{id}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = purpose.Name(),
                ["ttl"] = (long)ttl.TotalMilliseconds,
                ["encodedList"] = BitstringList.Of(list, purpose).Encode(),
            },
        }, key);
    }

    internal static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
}
