using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>Judges an evidence bundle with nothing but the file and whom its reader trusts: no network, no clock, no store, and no ledger.</summary>
public static class EvidenceCheck
{
    // CMS enveloped-data, RFC 5652, section 6.
    private const string EnvelopedData = "1.2.840.113549.1.7.3";

    /// <summary>Check a bundle, in the order of docs/formats/evidence.md. Bad input of any kind gives a verdict, never an exception.</summary>
    /// <param name="bundle">The file.</param>
    /// <param name="trust">Whom the reader trusts; the bundle's own trust list and policy count for nothing.</param>
    /// <param name="now">When it is asked: no witness can have cosigned later.</param>
    public static EvidenceVerdict Run(ReadOnlyMemory<byte> bundle, TrustList trust, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(trust);
        Finding container, hashes, openings, proofs, completeness, sealing;
        container = hashes = openings = proofs = completeness = sealing = Finding.NotChecked;
        var (members, checkpoints) = (new List<(string Name, ReadOnlyMemory<byte> Content)>(), new Dictionary<long, SignedNote>());
        EvidenceManifest? manifest = null;
        var (events, shown, holes) = (new List<EvidenceEvent>(), new List<ShownEvent>(), new List<StreamHole>());

        container = Step(() => members = EvidenceReader.Members(bundle), () => Finding.Passed(EvidenceCodes.ContainerGood, members.Count));
        if (Passed(container)) hashes = Step(() => manifest = EvidenceReader.Manifest(members), () => Finding.Passed(EvidenceCodes.ManifestGood));
        if (Passed(hashes)) openings = Step(() => events = EvidenceReader.Events(members.Single(m => m.Name == EvidenceMembers.Events).Content, manifest!), () => Finding.Passed(EvidenceCodes.EventsOpen, events.Count));
        if (Passed(openings))
        {
            proofs = Step(() => checkpoints = EvidenceReader.Checkpoints(members), () => EvidenceProofs.Run(manifest!, events, checkpoints, trust.PolicyOf(manifest!.Origin), now, shown));
            completeness = Completeness(manifest!, events, holes);
            sealing = Sealing(members, manifest!);
        }

        Check[] checks =
        [
            new("evidence-container", container), new("evidence-manifest", hashes), new("evidence-openings", openings),
            new("evidence-proofs", proofs), new("evidence-completeness", completeness), new("evidence-sealing", sealing),
        ];
        return new(Sum(checks), checks, manifest, shown, holes);
    }

    private static Finding Step(Action read, Func<Finding> good)
    {
        try
        {
            read();
            return good();
        }
        catch (EvidenceException refused)
        {
            return refused.Finding;
        }
        catch (LogFormatException refused)
        {
            return Finding.Failed(refused.Code);
        }
    }

    // What was recorded after the last version that is shown, nobody can miss who has the bundle alone.
    private static Finding Completeness(EvidenceManifest manifest, List<EvidenceEvent> events, List<StreamHole> holes)
    {
        foreach (var stream in events.Select(e => e.Opening.Envelope).GroupBy(e => e.Stream).OrderBy(s => s.Key))
        {
            var next = 1L;
            foreach (var version in stream.Select(e => e.Version).Order())
            {
                if (version > next) holes.Add(new(stream.Key, next, version - 1));
                next = version + 1;
            }
        }
        if (manifest.Selection is { Kind: "person" or "credential", Id: { } subject } && (holes.Any(h => h.Stream == subject) || events.All(e => e.Opening.Envelope.Stream != subject)))
            return Finding.Failed(EvidenceCodes.SubjectHole, subject);
        if (manifest.Unshown.Count > 0) return Finding.Unknown(EvidenceCodes.Unshown, manifest.Unshown.Count);
        return holes.Count > 0 ? Finding.Passed(EvidenceCodes.Holes, holes.Select(h => h.Stream).Distinct().Count()) : Finding.Passed(EvidenceCodes.Whole);
    }

    private static Finding Sealing(List<(string Name, ReadOnlyMemory<byte> Content)> members, EvidenceManifest manifest)
    {
        var opened = members.Where(m => EvidenceMembers.IsEncrypted(m.Name)).ToList();
        foreach (var (name, content) in opened)
            if (manifest.Recipient is null || !IsEncrypted(content.Span)) return Finding.Failed(EvidenceCodes.NotEncrypted, name);
        return opened.Count == 0 ? Finding.Passed(EvidenceCodes.Sealed) : Finding.Passed(EvidenceCodes.Encrypted, opened.Count, manifest.Recipient!);
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> content)
    {
        try
        {
            var cms = new EnvelopedCms();
            cms.Decode(content);
            return ContentInfo.GetContentType(content).Value == EnvelopedData && cms.RecipientInfos.Count == 1;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool Passed(Finding finding) => finding.Result is CheckResult.Passed;

    private static Overall Sum(Check[] checks) =>
        checks.Any(c => c.Result is CheckResult.Failed) ? Overall.Invalid : checks.All(c => c.Result is CheckResult.Passed) ? Overall.Valid : Overall.Undetermined;
}
