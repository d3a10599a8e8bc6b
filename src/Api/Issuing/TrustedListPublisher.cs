using System.Text.Json.Nodes;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The trust list with the ledger's signature, and beside it the same in the national shape: organisations, their DIDs, and each key with its history.</summary>
public sealed class TrustedListPublisher(TrustPublisher trust, Issuers issuers, SigningKeyring keyring, TrustListKey key, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>How long a signed list may be relied on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    // The namespace of the XML credential, and the vct of the SD-JWT.
    private const string CredentialType = "urn:credentialledger:credential:1";

    /// <summary>The list as it was known at a moment; null for now. It is signed now, and says the moment.</summary>
    public async Task<byte[]> At(DateTimeOffset? moment, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var known = await keyring.Known(moment, token);
        var claims = new JsonObject
        {
            ["iss"] = programme.Did(),
            ["as_of"] = (moment ?? now).ToUnixTimeSeconds(),
            ["organisations"] = new JsonArray([.. issuers.Codes.Select(code => Organisation(code, [.. known.Where(k => k.Registered.Organisation == code)], moment ?? now))]),
        };
        return SignedTrustList.Sign(moment is { } then ? await trust.At(then, token) : await trust.Current(token), claims, key.Key, now, now + Lifetime);
    }

    private JsonObject Organisation(string code, IReadOnlyList<SigningKey> keys, DateTimeOffset at)
    {
        var reference = issuers.Find(code)!.Value.Reference;
        return new()
        {
            ["code"] = code,
            ["name_th"] = reference.NameTh,
            ["name_en"] = reference.NameEn,
            ["did"] = programme.DidOf(code),
            ["services"] = new JsonArray([.. keys.Select(k => Service(code, k, at))]),
        };
    }

    private JsonObject Service(string code, SigningKey key, DateTimeOffset at)
    {
        var trusted = SigningKeyring.Trusted(key);
        var history = History(key).ToArray();
        return new()
        {
            ["type"] = "credential-issuing",
            ["credential_type"] = new JsonArray(CredentialType),
            ["key"] = $"{programme.DidOf(code)}#{key.Registered.Key}",
            ["status"] = trusted is null ? "never-in-force" : history.LastOrDefault(h => h.From <= at).Status ?? "not-yet-in-force",
            ["valid_from"] = trusted is null ? null : DidDocuments.Text(trusted.ValidFrom),
            ["valid_until"] = trusted?.ValidUntil is { } end ? DidDocuments.Text(end) : null,
            ["compromised_from"] = trusted?.CompromisedFrom is { } from ? DidDocuments.Text(from) : null,
            ["history"] = new JsonArray([.. history.Select(h => new JsonObject { ["status"] = h.Status, ["from"] = DidDocuments.Text(h.From) })]),
        };
    }

    private static IEnumerable<(string Status, DateTimeOffset From)> History(SigningKey key)
    {
        if (SigningKeyring.Trusted(key) is not { } trusted) return [];
        IEnumerable<(string Status, DateTimeOffset From)> steps = [("in-force", trusted.ValidFrom)];
        if (trusted.ValidUntil is { } end) steps = steps.Append((key.Successor is null ? "ceased" : "rotated", end));
        if (trusted.CompromisedFrom is { } from) steps = steps.Append(("compromised", from));
        return steps.OrderBy(s => s.From);
    }
}
