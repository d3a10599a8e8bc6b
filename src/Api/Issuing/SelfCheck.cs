using CredentialLedger.Api.Http;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The issuing side verifies its own output as any stranger would, before anything is stored.</summary>
public static class SelfCheck
{
    /// <summary>Every check but those of what is published later, the status and the log, must pass, and the document must say what was meant.</summary>
    /// <exception cref="UnsoundDocumentException">It does not: a bug or a wrong key; nothing is issued.</exception>
    public static void Run(byte[] document, CredentialContent meant, TrustList trust, DateTimeOffset at)
    {
        // A renewal is signed before its first day: it is asked about that, of which no key or witness need know yet.
        var begins = meant.ValidFrom.ThaiMidnight();
        var verdict = Verify.Document(document, trust, null, begins > at ? begins : at, at);
        var failed = verdict.Checks.FirstOrDefault(c => c.Result is not CheckResult.Passed && c.Name is not ("status" or "log"));
        if (failed is not null) throw new UnsoundDocumentException($"The signed document does not verify: {failed.Code}.");
        if (verdict.Content != meant) throw new UnsoundDocumentException("The signed document says something else than was meant.");
    }
}

/// <summary>What was signed does not verify, or says something else than was meant.</summary>
public sealed class UnsoundDocumentException(string why) : InvalidOperationException(why);
