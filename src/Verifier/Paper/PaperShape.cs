using System.Security.Cryptography;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Paper;

/// <summary>A certificate whose structure is checked: the document attached to it, and whether the whole file is as the issuer signed it.</summary>
internal sealed class PaperShape(PaperParts paper, DocumentParts document) : IShape
{
    private Signer? signed;

    public CredentialContent Content => document.Content;

    public DateTimeOffset SigningTime => document.SigningTime;

    /// <summary>The attachment first, since to exchange it breaks the file's signature too; then the file, then the document.</summary>
    public Finding Integrity(TrustList trust, out Signer? signer)
    {
        signer = null;
        if (!SHA256.HashData(paper.Document.Span).AsSpan().SequenceEqual(paper.Digest)) return Finding.Failed(Codes.IntegrityPdfAttachment);
        if (PaperSignature.Check(paper, trust, out signed) is { } fault) return Finding.Failed(fault);
        var integrity = IntegrityCheck.Run(document, trust, out signer);
        if (integrity.Result is not CheckResult.Passed || trust.Issuer(Content.Issuer.Code) is null || signed!.KeyId == signer!.KeyId) return integrity;
        // Of an issuer that the list does not know the next check says so; whom it knows must have signed the page too.
        if (signed.Establish(trust) is not null) return Finding.Failed(Codes.IntegrityPdfSigner);
        return trust.Pin(signed.KeyId) switch
        {
            null => Finding.Unknown(Codes.IntegrityPdfSignerNotListed),
            { } pin => pin.Issuer.Code == Content.Issuer.Code ? integrity : Finding.Failed(Codes.IntegrityPdfSigner),
        };
    }

    public Finding Log(TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing) => LogCheck.Run(document, issuer, trust, now, out signing);

    /// <summary>The key that signed the page: its time is claimed, whatever the log proves of the document.</summary>
    public Finding PageKey(TrustList trust, DateTimeOffset now) =>
        signed!.Establish(trust) is null && trust.Pin(signed.KeyId) is { } pin ? KeyValidityCheck.Run(signed, pin.Key, paper.SigningTime, null, now) : Finding.Unknown(Codes.IntegrityPdfSignerNotListed);
}
