using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>Whether the places of events hold under a policy: the one that the verifier's owner trusts, never the bundle's own.</summary>
internal static class EvidenceProofs
{
    // Another verifier, or a later one, may find otherwise; all else is wrong in itself.
    private static readonly HashSet<string> Open = [LogCodes.CheckpointUnknownLog, LogCodes.QuorumNotMet, LogCodes.CosignatureFuture];

    public static Finding Run(EvidenceManifest manifest, IReadOnlyList<EvidenceEvent> events, Dictionary<long, SignedNote> checkpoints, TlogPolicy? policy, DateTimeOffset now, List<ShownEvent> shown)
    {
        if (policy is null) return Finding.Unknown(EvidenceCodes.NoPolicy, manifest.Origin);
        try
        {
            // A checkpoint is verified once, however many events are under it.
            var heads = checkpoints.ToDictionary(c => c.Key, c => Head(c.Value, manifest, policy, now));
            foreach (var e in events) shown.Add(Shown(e, heads));
        }
        catch (LogFormatException refused)
        {
            shown.Clear();
            return Open.Contains(refused.Code) ? Finding.Unknown(refused.Code) : Finding.Failed(refused.Code);
        }
        catch (EvidenceException refused)
        {
            shown.Clear();
            return refused.Finding;
        }
        var proven = shown.Count(s => s.Index is not null);
        if (proven < events.Count) return Finding.Unknown(EvidenceCodes.NotAllProven, events.Count - proven, events.Count);
        var times = shown.Select(s => s.ProvenBy).OfType<DateTimeOffset>().ToList();
        return times.Count == 0 ? Finding.Passed(EvidenceCodes.Included, proven, manifest.Origin) : Finding.Passed(EvidenceCodes.Proven, proven, manifest.Origin, times.Min(), times.Max());
    }

    private static TlogProof.Shown Head(SignedNote note, EvidenceManifest manifest, TlogPolicy policy, DateTimeOffset now)
    {
        var checkpoint = policy.CheckpointOf(note);
        if (checkpoint.Origin != manifest.Origin) throw new EvidenceException(EvidenceCodes.OtherOrigin, manifest.Origin);
        var provenAt = policy.ProvenTime(note);
        return provenAt > now + Verify.ClockTolerance ? throw new LogFormatException(LogCodes.CosignatureFuture) : new(checkpoint, provenAt);
    }

    private static ShownEvent Shown(EvidenceEvent e, Dictionary<long, TlogProof.Shown> heads)
    {
        var envelope = e.Opening.Envelope;
        if (e.Place is not { } place) return new(envelope, null, null);
        if (!heads.TryGetValue(place.Size, out var head)) throw new EvidenceException(EvidenceCodes.CheckpointMissing, envelope.Event, place.Size);
        if (!InclusionProof.Holds(MerkleTree.LeafHash(e.Opening.Entry()), place.Index, place.Size, place.Path, head.Checkpoint.Root.Span)) throw new LogFormatException(LogCodes.ProofInclusion);
        // What witnesses saw before it was recorded was dated forward, or their clocks are wrong.
        if (envelope.Recorded - head.ProvenAt > Verify.ClockTolerance) throw new EvidenceException(EvidenceCodes.RecordedAfterProof, envelope.Event, envelope.Recorded, head.ProvenAt!.Value);
        return new(envelope, place.Index, head.ProvenAt);
    }
}
