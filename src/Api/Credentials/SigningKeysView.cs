using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>The keys that sign credentials: those that this ledger holds, and those that organisations registered.</summary>
public sealed record SigningKeysView(IReadOnlyList<SigningKeysView.HeldKey> Held, IReadOnlyList<SigningKeysView.RegisteredKey> Registered)
{
    /// <summary>A key with which this ledger signs for an organisation once it is registered.</summary>
    public sealed record HeldKey(string Organisation, string Key, KeyAlgorithm Algorithm, string Certificate);

    /// <summary>A registered key, and what became of it.</summary>
    public sealed record RegisteredKey(string Organisation, string Key, KeyAlgorithm Algorithm, string Certificate, DateOnly From, DateOnly? Until, string? Successor,
        DateOnly? CompromisedFrom, DateOnly? KnownOn, bool Fraudulent);

    /// <summary>Show every signing key.</summary>
    [WolverineGet("/api/signing-keys"), SignedIn]
    public static async Task<SigningKeysView> Get(Issuers issuers, SigningKeyring keyring, CancellationToken token) =>
        new([.. issuers.Held.Select(h => new HeldKey(h.Code, h.KeyId, h.Algorithm, h.Certificate))], [.. (await keyring.All(token)).Select(Of)]);

    internal static RegisteredKey Of(SigningKey k) => new(k.Registered.Organisation, k.Registered.Key, k.Registered.Algorithm, k.Registered.Certificate, k.Registered.From, k.Until, k.Successor,
        k.Compromised?.From, k.Fraudulent?.KnownOn ?? k.Compromised?.KnownOn, k.Fraudulent is not null);
}
