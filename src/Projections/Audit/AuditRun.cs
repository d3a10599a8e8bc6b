using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Audit;

/// <summary>What one audit has found so far.</summary>
internal sealed class AuditRun
{
    private readonly List<Defect> defects = [];
    private long count, events, pending;

    public void Found(Defect defect)
    {
        if (count++ < AuditReport.MaxListed) defects.Add(defect);
    }

    public void FoundAll(IEnumerable<Defect> more)
    {
        foreach (var defect in more) Found(defect);
    }

    public void Take(ReplayReport replay)
    {
        foreach (var f in replay.Discrepancies) Found(new(DefectKind.ReplayFailed, f.Stream.ToString("D"), Sequence: f.Sequence));
        foreach (var d in replay.Models.SelectMany(m => m.Differences ?? [])) Found(new(DefectKind.ReadModelDiffers, d.Id.ToString("D"), string.Join(", ", d.Properties.Prepend(d.Model))));
    }

    public void Checked(long rows) => events += rows;

    public void Waits() => pending++;

    public AuditReport Report(Checkpoint? since, Checkpoint audited, double seconds, bool replayed) =>
        new(since?.Size ?? 0, audited, events, pending, seconds, defects, count, replayed);
}
