using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The trust list of this ledger, for its own verifier and for everybody else's.</summary>
public sealed class TrustPublisher(Issuers issuers, StatusPlaces places)
{
    /// <summary>The list as it is now.</summary>
    public async Task<TrustList> Current(CancellationToken token)
    {
        var lists = new Dictionary<string, IReadOnlyList<Uri>>();
        foreach (var issuer in issuers.Codes) lists[issuer] = await places.ListsOf(issuer, token);
        return issuers.Trust(issuer => lists[issuer]);
    }
}
