using System.Buffers.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>A status list signed by its issuer: the JWT of draft-ietf-oauth-status-list section 5.1, type <c>statuslist+jwt</c>.</summary>
public static class StatusListToken
{
    internal const string Type = "statuslist+jwt";

    /// <summary>The token's bytes (ASCII). It speaks for the moments from <paramref name="issuedAt"/> up to, not including, <paramref name="expires"/>; both are cut to whole seconds.</summary>
    /// <param name="ttl">How long a consumer may keep it before looking for a newer one.</param>
    public static byte[] Sign(StatusList list, Uri subject, IssuerKey key, DateTimeOffset issuedAt, DateTimeOffset expires, TimeSpan? ttl = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(key);
        if (!StrictValues.IsAddress(subject)) throw new ArgumentException("A list has an absolute http or https address without a fragment.", nameof(subject));
        if (expires.ToUnixTimeSeconds() <= issuedAt.ToUnixTimeSeconds()) throw new ArgumentOutOfRangeException(nameof(expires), expires, "A token ends after it begins.");
        var payload = new JsonObject
        {
            ["sub"] = subject.AbsoluteUri,
            ["iat"] = issuedAt.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
        };
        if (ttl is { } keep)
        {
            if (keep < TimeSpan.FromSeconds(1)) throw new ArgumentOutOfRangeException(nameof(ttl), ttl, "The time to live is a positive number of seconds.");
            payload["ttl"] = (long)keep.TotalSeconds;
        }

        payload["status_list"] = new JsonObject { ["bits"] = list.Bits, ["lst"] = Base64Url.EncodeToString(list.Compress()) };
        return CompactJws.Sign(Type, payload, key);
    }
}
