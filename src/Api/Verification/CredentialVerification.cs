using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Verification;

/// <summary>Verifies documents with this ledger's own trust list and published status lists.</summary>
public sealed class CredentialVerification(TrustPublisher trust, StatusPublisher status, TimeProvider clock)
{
    /// <summary>What is published now.</summary>
    public async Task<VerificationInputs> Now(CancellationToken token) => new(await trust.Current(token), status);

    /// <summary>The keys as they were known at a moment, with the status lists of now.</summary>
    public async Task<VerificationInputs> KnownAt(DateTimeOffset moment, CancellationToken token) => new(await trust.At(moment, token), status);

    /// <summary>The verdict on a document as of a moment.</summary>
    public async Task<Verdict> Of(ReadOnlyMemory<byte> document, DateTimeOffset at, CancellationToken token) => Of(document, await Now(token), at);

    /// <summary>The verdict on a document as of a moment, with the keys as they were known at it.</summary>
    public async Task<Verdict> Then(ReadOnlyMemory<byte> document, DateTimeOffset at, CancellationToken token) => Of(document, await KnownAt(at, token), at);

    /// <summary>The verdict on a document as of a moment, with these inputs.</summary>
    public Verdict Of(ReadOnlyMemory<byte> document, VerificationInputs inputs, DateTimeOffset at) =>
        Verify.Document(document, inputs.Trust, at, list => inputs.StatusList(list) is { } token ? new ReadOnlyMemory<byte>(token) : (ReadOnlyMemory<byte>?)null, clock.GetUtcNow());
}
