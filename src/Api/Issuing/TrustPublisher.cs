using CredentialLedger.Domain.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The trust list of this ledger, for its own verifier and for everybody else's. Kept while no key or list changes, since a verifier's certificate chains hang on it.</summary>
public sealed class TrustPublisher(Issuers issuers, SigningKeyring keyring, StatusPlaces places, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private volatile Snapshot? last;

    /// <summary>The list as it is now; a key or status list of the last two seconds may be missing.</summary>
    public async ValueTask<TrustList> Current(CancellationToken token) => last is { } fresh && clock.GetUtcNow() - fresh.Read < Fresh ? fresh.List : await Renewed(token);

    /// <summary>The list, and surely with this key where it is registered.</summary>
    public async ValueTask<TrustList> Knowing(string keyId, CancellationToken token)
    {
        var list = await Current(token);
        return list.Issuers.Any(i => i.Keys.Any(k => k.KeyId == keyId)) ? list : await Renewed(token);
    }

    /// <summary>The list with the keys as they were known at a moment: what was registered, ended or reported later is not in it.</summary>
    public async Task<TrustList> At(DateTimeOffset moment, CancellationToken token) => Made(await Lists(token), await keyring.Known(moment, token));

    private async Task<TrustList> Renewed(CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var made = Made(await Lists(token), await keyring.All(token));
        var list = last is { } kept && kept.List.ToJson().AsSpan().SequenceEqual(made.ToJson()) ? kept.List : made;
        last = new(now, list);
        return list;
    }

    private async Task<Dictionary<string, IReadOnlyList<Uri>>> Lists(CancellationToken token)
    {
        var lists = new Dictionary<string, IReadOnlyList<Uri>>();
        foreach (var issuer in issuers.Codes) lists[issuer] = await places.ListsOf(issuer, token);
        return lists;
    }

    private TrustList Made(Dictionary<string, IReadOnlyList<Uri>> lists, IReadOnlyList<SigningKey> known)
    {
        var keys = known.Select(k => (k.Registered.Organisation, Key: SigningKeyring.Trusted(k))).ToArray();
        return issuers.Trust(issuer => [.. keys.Where(k => k.Organisation == issuer).Select(k => k.Key).OfType<TrustedKey>()], issuer => lists[issuer]);
    }

    private sealed record Snapshot(DateTimeOffset Read, TrustList List);
}
