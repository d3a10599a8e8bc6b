using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The trust list with the ledger's signature, and beside it the same in the national shape: organisations, their DIDs, and each key with its history.</summary>
public sealed class TrustedListPublisher(TrustPublisher trust, Issuers issuers, SigningKeyring keyring, LedgerKeyring keys, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>How long a signed list may be relied on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    // The namespace of the XML credential, and the vct of the SD-JWT.
    private const string CredentialType = "urn:credentialledger:credential:1";

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private volatile Signed? last;

    /// <summary>The list as it is now; the same bytes while nothing changes, for an hour.</summary>
    public async Task<byte[]> Current(CancellationToken token)
    {
        var (list, now) = (await trust.Current(token), clock.GetUtcNow());
        var own = $"{keys.InForce(KeyKind.TrustList, now).Id} {SignedTrustList.Naming(keys.ReceiptKeys()).ToJsonString()}";
        if (last is { } kept && kept.List == list && kept.Own == own && now - kept.At < Fresh) return kept.Token;
        last = new(list, own, now, Sign(list, await keyring.All(token), now));
        return last.Token;
    }

    /// <summary>The list as it was known at a moment; it is signed now, and says the moment.</summary>
    public async Task<byte[]> At(DateTimeOffset moment, CancellationToken token) => Sign(await trust.At(moment, token), await keyring.Known(moment, token), moment);

    private byte[] Sign(TrustList list, IReadOnlyList<SigningKey> known, DateTimeOffset asOf)
    {
        var now = clock.GetUtcNow();
        var claims = SignedTrustList.Naming(keys.ReceiptKeys());
        claims["iss"] = programme.Did();
        claims["as_of"] = asOf.ToUnixTimeSeconds();
        claims["organisations"] = new JsonArray([.. issuers.Codes.Select(code => Organisation(code, [.. known.Where(k => k.Registered.Organisation == code)], asOf))]);
        return SignedTrustList.Sign(list, claims, Key(now), now, now + Lifetime);
    }

    private ECDsa Key(DateTimeOffset now) => keys.InForce(KeyKind.TrustList, now).Signs!;

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
        if (trusted.IsFraudulent) return [("fraudulent", trusted.ValidFrom)];
        IEnumerable<(string Status, DateTimeOffset From)> steps = [("in-force", trusted.ValidFrom)];
        if (trusted.ValidUntil is { } end) steps = steps.Append((key.Successor is null ? "ceased" : "rotated", end));
        if (trusted.CompromisedFrom is { } from) steps = steps.Append(("compromised", from));
        return steps.OrderBy(s => s.From);
    }

    private sealed record Signed(TrustList List, string Own, DateTimeOffset At, byte[] Token);
}
