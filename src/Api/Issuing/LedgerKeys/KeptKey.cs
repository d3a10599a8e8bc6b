using System.Security.Cryptography;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing.LedgerKeys;

/// <summary>What a key of the ledger's own is for. Each is used for nothing else.</summary>
public enum KeyKind
{
    /// <summary>Signs the trust list.</summary>
    TrustList,

    /// <summary>Signs receipts of verifications.</summary>
    Receipts,

    /// <summary>Makes the check codes that are printed behind numbers.</summary>
    CheckCodes,

    /// <summary>Makes the secrets of share links.</summary>
    ShareLinks,
}

/// <summary>A key of the ledger's own.</summary>
/// <param name="Number">Counted from 1 for its kind.</param>
/// <param name="Secret">Its 32 bytes; null once they were destroyed.</param>
/// <param name="Signs">The key on P-256 that they are, its public part where they were destroyed; null for a kind that signs nothing.</param>
/// <param name="From">From when on it is used; null for the first.</param>
/// <param name="Link">For the trust list: what the key before signed of this one; null for the first, and where the one before could not be relied on.</param>
/// <param name="EndedAt">When it was ended; null while it counts.</param>
/// <param name="IsCompromised">Whether it was ended because somebody else may hold it, or that came out later.</param>
public sealed record KeptKey(int Number, byte[]? Secret, ECDsa? Signs, DateTimeOffset? From, string? Link, DateTimeOffset? EndedAt, bool IsCompromised)
{
    /// <summary>Whether it may be used at a moment.</summary>
    public bool IsUsable(DateTimeOffset at) => Secret is not null && EndedAt is null && !(From > at);

    /// <summary>Its id, the thumbprint of the public key; null for a kind that signs nothing.</summary>
    public string? Id => Signs is null ? null : SignedTrustList.KeyIdOf(Signs);
}
