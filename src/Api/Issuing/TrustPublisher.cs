using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The trust list of this ledger, for its own verifier and for everybody else's. Kept while no list is added, since a verifier's certificate chains hang on it.</summary>
public sealed class TrustPublisher(Issuers issuers, StatusPlaces places, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private volatile Snapshot? last;

    /// <summary>The list as it is now; a status list that was begun in the last two seconds may be missing.</summary>
    public async ValueTask<TrustList> Current(CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (last is { } fresh && now - fresh.Read < Fresh) return fresh.List;
        var lists = new Dictionary<string, IReadOnlyList<Uri>>();
        foreach (var issuer in issuers.Codes) lists[issuer] = await places.ListsOf(issuer, token);
        var unchanged = last is { } kept && lists.All(l => kept.Lists[l.Key].SequenceEqual(l.Value)) ? kept.List : null;
        last = new(now, lists, unchanged ?? issuers.Trust(issuer => lists[issuer]));
        return last.List;
    }

    private sealed record Snapshot(DateTimeOffset Read, Dictionary<string, IReadOnlyList<Uri>> Lists, TrustList List);
}
