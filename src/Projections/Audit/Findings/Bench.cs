namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>What every rule works with.</summary>
/// <param name="Thresholds">The thresholds.</param>
/// <param name="Chains">What rests on what, up to and with the event that is being looked at.</param>
/// <param name="Proven">The time at which an event existed at the latest, by witnesses' cosignatures; null for one that none has cosigned.</param>
public sealed record Bench(Thresholds Thresholds, Chains Chains, Func<Guid, DateTimeOffset?> Proven);
