using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>An event as a bundle shows it.</summary>
/// <param name="Envelope">What is known of it but its payload.</param>
/// <param name="Index">Its place in the log; null where that is not proven.</param>
/// <param name="ProvenBy">When it was in the log at the latest; null where no witness is asked, or its place is not proven.</param>
public sealed record ShownEvent(Envelope Envelope, long? Index, DateTimeOffset? ProvenBy);

/// <summary>Versions of a stream that lie below one that the bundle shows, and that it does not show.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="From">The first missing version.</param>
/// <param name="Until">The last.</param>
public sealed record StreamHole(Guid Stream, long From, long Until);

/// <summary>The verdict on an evidence bundle: overall, check by check in the order of docs/formats/evidence.md, and what it shows.</summary>
/// <param name="Overall">Valid only when every event is proven.</param>
/// <param name="Checks">The checks.</param>
/// <param name="Manifest">What the bundle says of itself; null where it could not be read.</param>
/// <param name="Events">Its events in the order of the log, then those without a place; empty unless all that is proven of them holds.</param>
/// <param name="Holes">What is missing between the versions of its streams.</param>
public sealed record EvidenceVerdict(Overall Overall, IReadOnlyList<Check> Checks, EvidenceManifest? Manifest, IReadOnlyList<ShownEvent> Events, IReadOnlyList<StreamHole> Holes)
{
    /// <summary>The stable JSON form, version <c>credentialledger-evidence-verdict-1</c>: members are added, never renamed.</summary>
    public byte[] ToJson() => EvidenceVerdictJson.Write(this);
}
