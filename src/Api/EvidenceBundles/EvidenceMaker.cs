using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.EvidenceBundles;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Api.EvidenceBundles;

/// <summary>Gathers the events that were asked for with their proofs, and makes the bundle of them.</summary>
public sealed class EvidenceMaker(NpgsqlDataSource database, ApplicationMac mac, LogProofs proofs, EvidenceLog log, TrustPublisher trust, Issuers issuers, Documents documents, PersonKeys keys, TimeProvider clock)
{
    /// <summary>What was found, before anything of it is recorded or given.</summary>
    /// <param name="Events">The events, opened and placed.</param>
    /// <param name="Unshown">Those whose rows the application did not write as they stand.</param>
    /// <param name="Checkpoints">The checkpoints that they are proven under.</param>
    public sealed record Gathered(IReadOnlyList<EvidenceEvent> Events, IReadOnlyList<Guid> Unshown, IReadOnlyDictionary<long, SignedNote> Checkpoints)
    {
        /// <summary>How many were found.</summary>
        public int Count => Events.Count + Unshown.Count;
    }

    /// <summary>Find what was asked for.</summary>
    public async Task<Gathered> Gather(ExportEvidence asked, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await EvidenceRows.Read(connection, asked, token);
        if (rows.Count > ExportEvidence.MaxEvents) return new([], [.. rows.Select(r => r.Id)], new Dictionary<long, SignedNote>());
        var proven = (await proofs.Of(connection, [.. rows.Select(r => r.Id)], token)).ToDictionary(p => p.Key, p => (Proof: p.Value, Checkpoint.Parse(p.Value.Note.Text).Size));
        var (events, unshown) = (new List<EvidenceEvent>(), new List<Guid>());
        foreach (var row in rows)
        {
            if (row.Authenticate(mac) is var (envelope, salt)) events.Add(new(Opening.Of(envelope, salt, CanonicalJson.Of(row.Data)), proven.TryGetValue(row.Id, out var p) ? new(p.Proof.Index, p.Size, p.Proof.Path) : null));
            else unshown.Add(row.Id);
        }
        return new(events, unshown, proven.Values.DistinctBy(p => p.Size).ToDictionary(p => p.Size, p => p.Proof.Note));
    }

    /// <summary>The file.</summary>
    /// <param name="gathered">What was found.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="recipient">For whom what is sealed is opened; null: it stays sealed.</param>
    /// <param name="token">Ends it.</param>
    public async Task<byte[]> Make(Gathered gathered, ExportEvidence asked, Actor by, EvidenceRecipient? recipient, CancellationToken token)
    {
        var manifest = new EvidenceManifest(asked.Export, new(Name(asked.Kind), asked.Kind is BundleKind.Period ? null : asked.Credential ?? asked.Subject, asked.From, asked.Until),
            clock.GetUtcNow(), JsonSerializer.SerializeToElement(by, LedgerJson.Options), log.Origin, gathered.Events.Count, gathered.Unshown, recipient?.Fingerprint, []);
        var report = new EvidenceReport(manifest, gathered, log.Policy);
        var others = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            [EvidenceMembers.Policy] = Encoding.UTF8.GetBytes(log.PolicyText),
            [EvidenceMembers.Trust] = (await trust.Current(token)).ToJson(),
            [EvidenceMembers.ReportTh] = report.Of(english: false),
            [EvidenceMembers.ReportEn] = report.Of(english: true),
        };
        foreach (var certificate in issuers.Codes.Select(code => issuers.Find(code)!.Value.Key.Certificate))
            others[EvidenceMembers.Certificate(Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)))] = Encoding.UTF8.GetBytes(certificate.ExportCertificatePem() + "\n");
        if (recipient is not null) await Open(others, gathered.Events, asked, recipient, token);
        return EvidenceBundle.Write(manifest, gathered.Events, gathered.Checkpoints, others);
    }

    private async Task Open(Dictionary<string, ReadOnlyMemory<byte>> others, IReadOnlyList<EvidenceEvent> events, ExportEvidence asked, EvidenceRecipient recipient, CancellationToken token)
    {
        if (await keys.Get(asked.Subject!.Value, token) is not { } key) return; // erased: nobody can open it
        others[EvidenceMembers.Opened] = recipient.Encrypt(OpenedValues.Of(events, key));
        foreach (var credential in events.Where(e => e.Opening.Envelope.Type == "credential-issued").Select(e => e.Opening.Envelope.Stream).Distinct())
            if (await documents.HolderOf(credential, token) == asked.Subject && await documents.Read(credential, token) is { } document)
                others[EvidenceMembers.Document(credential)] = recipient.Encrypt(document);
    }

    private static string Name(BundleKind kind) => JsonSerializer.SerializeToElement(kind, LedgerJson.Options).GetString()!;
}
