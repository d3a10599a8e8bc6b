using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Verification;

/// <summary>What documents are verified with: a trust list, and each status list read once, so that every document of a batch is judged by the same.</summary>
public sealed class VerificationInputs(TrustList trust, StatusPublisher status)
{
    private readonly Dictionary<Uri, byte[]?> lists = [];

    /// <summary>The trust list.</summary>
    public TrustList Trust { get; } = trust;

    /// <summary>The status list of that address; null for one that is not this ledger's, or not published.</summary>
    public byte[]? StatusList(Uri address)
    {
        if (lists.TryGetValue(address, out var known)) return known;
        return lists[address] = status.Newest(address);
    }
}
