using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// Whether the document's decision and issue are in a log that the trust list accepts, and since when at the latest. A document without
/// proofs has only the time that its signer claims; from a day on the trust list may ask for more.
/// </summary>
internal static class LogCheck
{
    // These depend on whom one accepts and when one looks, so another verifier may find otherwise; all else is wrong in itself.
    private static readonly HashSet<string> Open = [LogCodes.CheckpointUnknownLog, LogCodes.QuorumNotMet, LogCodes.CosignatureFuture];

    public static Finding Run(DocumentParts parts, TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing)
    {
        signing = new(parts.SigningTime, null, null, []);
        if (parts.LogProof is not { } texts) return WithoutProof(parts.SigningTime, issuer);
        var isAsked = IsAsked(parts.SigningTime, issuer);
        try
        {
            var (decision, issue) = (new EventInProof(texts.Decision, trust), new EventInProof(texts.Issue, trust));
            if (LogTies.Fault(parts, decision.Opening, issue.Opening) is { } fault) return Finding.Failed(fault);
            var origin = issue.Origin;
            // The issuer signed which log it writes to; the trust list may have learnt of a later one.
            if (origin != parts.Content.LogOrigin && origin != issuer.LogOrigin) return Finding.Failed(Codes.LogOtherOrigin, origin);
            if (trust.PolicyOf(origin) is not { } policy) return isAsked ? Finding.Unknown(Codes.LogNoPolicy, origin) : Finding.Passed(Codes.LogClaimed, parts.SigningTime);
            decision.Show(decision.Head(policy), now);
            var head = issue.Head(policy);
            return Judge(parts.SigningTime, origin, issue.Show(head, now, decision), head.Witnesses, ref signing);
        }
        catch (LogFormatException refused)
        {
            return Open.Contains(refused.Code) ? Finding.Unknown(refused.Code) : Finding.Failed(refused.Code);
        }
    }

    /// <summary>What is found where no proof came along: the time is only claimed, unless the trust list asks for more.</summary>
    public static Finding WithoutProof(DateTimeOffset signedAt, TrustedIssuer issuer) =>
        IsAsked(signedAt, issuer) ? Finding.Unknown(Codes.LogMissing, issuer.ProofsFrom!.Value) : Finding.Passed(Codes.LogClaimed, signedAt);

    private static bool IsAsked(DateTimeOffset signedAt, TrustedIssuer issuer) => PeopleDates.ThaiDay(signedAt) >= issuer.ProofsFrom;

    private static Finding Judge(DateTimeOffset claimed, string origin, TlogProof.Shown shown, IReadOnlyList<string> witnesses, ref Signing signing)
    {
        if (shown.ProvenAt is { } seen && claimed - seen > Verify.ClockTolerance) return Finding.Failed(Codes.LogSignedAfterProof, claimed, seen);
        signing = new(claimed, shown.ProvenAt, origin, witnesses);
        return shown.ProvenAt is { } proven ? Finding.Passed(Codes.LogProven, origin, proven, string.Join(", ", witnesses)) : Finding.Passed(Codes.LogIncluded, origin, claimed);
    }
}
