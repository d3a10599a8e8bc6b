using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Verification;

/// <summary>Verifies documents with this ledger's own trust list and published status lists.</summary>
public sealed class CredentialVerification(TrustPublisher trust, StatusPublisher status, TimeProvider clock)
{
    /// <summary>The verdict on a document as of a moment.</summary>
    public async Task<Verdict> Of(ReadOnlyMemory<byte> document, DateTimeOffset at, CancellationToken token) => await Of(document, await trust.Current(token), at, token);

    /// <summary>The verdict on a document as of a moment, with the keys as they were known at it.</summary>
    public async Task<Verdict> Then(ReadOnlyMemory<byte> document, DateTimeOffset at, CancellationToken token) => await Of(document, await trust.At(at, token), at, token);

    private async Task<Verdict> Of(ReadOnlyMemory<byte> document, TrustList trusted, DateTimeOffset at, CancellationToken token)
    {
        var verdict = Verify.Document(document, trusted, null, at, clock.GetUtcNow());
        if (verdict.Content is not { Status: var place } || status.FileOf(place.List) is not { } file || !File.Exists(file)) return verdict;
        return Verify.Document(document, trusted, await File.ReadAllBytesAsync(file, token), at, clock.GetUtcNow());
    }
}
