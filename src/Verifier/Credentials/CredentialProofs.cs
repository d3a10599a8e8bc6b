using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>An event of the ledger, opened as far as may be shown, and the proof that its entry is in a log.</summary>
public sealed record ProvenEvent(Opening Opening, TlogProof Proof);

/// <summary>
/// The log proofs inside a credential document: one xades:UnsignedProperties that no signature covers (ETSI EN 319 132-1 clause 4.3.6), with the
/// decision and the issue (docs/formats/credential.md). Without it a document is, byte for byte, the one that was issued.
/// </summary>
public static class CredentialProofs
{
    /// <summary>The document with its proofs; the same call on its own answer gives the same bytes.</summary>
    /// <param name="document">The issued document, with or without proofs.</param>
    /// <param name="decision">The decision, opened without its payload.</param>
    /// <param name="issue">The issue, opened with its payload.</param>
    /// <param name="replacing">Whether other proofs that the document has already are replaced.</param>
    /// <exception cref="ArgumentException">It is no issued credential, has other proofs already, or these are another document's or open too little or too much.</exception>
    public static byte[] Attach(ReadOnlyMemory<byte> document, ProvenEvent decision, ProvenEvent issue, bool replacing = false)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(issue);
        if (decision.Opening.Payload is not null || issue.Opening.Payload is null) throw new ArgumentException("The issue is shown with its payload, the decision without.");
        var parts = Read(document);
        if (LogTies.Fault(parts, decision.Opening, issue.Opening) is { } fault) throw new ArgumentException(fault, nameof(issue));
        var bytes = new Pieces(parts.Issued.Parts[0], LogProofElement.Write(decision, issue), parts.Issued.Parts[1]).ToArray();
        if (DocumentReader.Read(bytes, out _) is null) throw new ArgumentException("The proofs are larger than a document may hold.", nameof(issue));
        return parts.LogProof is null || replacing || document.Span.SequenceEqual(bytes) ? bytes : throw new ArgumentException("The document has other proofs already.", nameof(document));
    }

    /// <summary>The document as it was issued, without proofs: what the ledger's SHA-256 is over.</summary>
    /// <exception cref="ArgumentException">It is no issued credential.</exception>
    public static byte[] Strip(ReadOnlyMemory<byte> document) => Read(document).Issued.ToArray();

    private static DocumentParts Read(ReadOnlyMemory<byte> document) => StructureCheck.Run(document, out var parts) is { Result: CheckResult.Passed }
        ? parts! : throw new ArgumentException("This is not a credential as it was issued.", nameof(document));
}
