using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Audit;

/// <summary>What an audit saw.</summary>
/// <param name="Since">Size of the tree that was audited before; 0 for everything.</param>
/// <param name="Checkpoint">The tree that was audited, computed afresh; the next audit may begin there.</param>
/// <param name="Events">Rows of events that were checked.</param>
/// <param name="Pending">Events that are so young that they need no leaf yet.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Defects">What is wrong, at most <see cref="MaxListed"/>.</param>
/// <param name="DefectCount">How many things are wrong.</param>
/// <param name="Replayed">Whether read models were compared with a replay, which only a whole audit does.</param>
public sealed record AuditReport(long Since, Checkpoint Checkpoint, long Events, long Pending, double Seconds, IReadOnlyList<Defect> Defects, long DefectCount, bool Replayed)
{
    /// <summary>How many defects a report lists.</summary>
    public const int MaxListed = 1000;

    /// <summary>Whether nothing is wrong.</summary>
    public bool Clean => DefectCount == 0;
}
