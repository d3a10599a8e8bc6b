namespace CredentialLedger.Verifier.Receipts;

/// <summary>A check as a receipt tells it, without its sentences.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Code">Why.</param>
public sealed record ToldCheck(string Name, CheckResult Result, string Code);

/// <summary>What a receipt says: which file was asked about, and what was answered (docs/formats/receipt.md). It names nobody.</summary>
/// <param name="Ledger">The ledger's DID.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="DocumentSha256">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="AsOf">The moment that was asked about.</param>
/// <param name="Answered">The answer.</param>
/// <param name="Checks">The checks, in their order.</param>
/// <param name="TrustListSha256">SHA-256 of the trust list that judged it.</param>
/// <param name="StatusList">The status list that was read; null where none was.</param>
/// <param name="StatusListSha256">SHA-256 of that list's token.</param>
/// <param name="LogCheckpoint">The log's newest checkpoint then, with its signatures; null where there was none.</param>
public sealed record ReceiptContent(string Ledger, DateTimeOffset AskedAt, string DocumentSha256, DateTimeOffset AsOf, Overall Answered, IReadOnlyList<ToldCheck> Checks,
    string TrustListSha256, Uri? StatusList, string? StatusListSha256, string? LogCheckpoint);
