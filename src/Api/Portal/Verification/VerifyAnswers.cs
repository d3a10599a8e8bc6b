using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Answers about a document as people ask: of now by what is published, of a day that has gone by what the ledger knew then.</summary>
public sealed class VerifyAnswers(CredentialVerification verification, PastVerification past, Replacements replacements, AuthorityCache authority, TimeProvider clock)
{
    /// <summary>The answer as of a moment that has come, and by what the document was judged.</summary>
    public async Task<(VerifyAnswer Answer, VerificationInputs Inputs)> Of(byte[] document, DateTimeOffset at, CancellationToken token)
    {
        var isNow = at.ThaiDay() == clock.ThaiToday();
        var inputs = isNow ? await verification.Now(token) : await verification.KnownAt(at, token);
        var verdict = verification.Of(document, inputs, at);
        return (isNow ? await Now(verdict, token) : VerifyAnswer.Of(verdict, await past.Of(document, verdict, token)), inputs);
    }

    private async Task<VerifyAnswer> Now(Verdict verdict, CancellationToken token)
    {
        var answer = await replacements.Of(verdict, token) is { } replaced ? VerifyAnswer.Of(verdict, replaced) : VerifyAnswer.Of(verdict);
        return answer is { IsConfirmed: true, Content.Issuer.Code: var issuer } ? answer with { Body = PastAuthority.Body(await authority.Current(token), issuer, verdict.At.ThaiDay()) } : answer;
    }
}
