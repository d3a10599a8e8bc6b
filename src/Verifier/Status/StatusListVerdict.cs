namespace CredentialLedger.Verifier.Status;

/// <summary>What is to be said of a status list for itself.</summary>
/// <param name="Check">Passed when it counts, else unknown with the reason.</param>
/// <param name="IssuedAt">When it says that it was issued; null unless its signature holds.</param>
public sealed record StatusListVerdict(Check Check, DateTimeOffset? IssuedAt);
