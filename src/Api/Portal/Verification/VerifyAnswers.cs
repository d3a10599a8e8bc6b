using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Answers about a document as people ask: of now by what is published, of a day that has gone by what the ledger knew then.</summary>
public sealed class VerifyAnswers(CredentialVerification verification, PastVerification past, TimeProvider clock)
{
    /// <summary>The answer as of a moment that has come, and by what the document was judged.</summary>
    public async Task<(VerifyAnswer Answer, VerificationInputs Inputs)> Of(byte[] document, DateTimeOffset at, CancellationToken token)
    {
        var isNow = at.ThaiDay() == clock.ThaiToday();
        var inputs = isNow ? await verification.Now(token) : await verification.KnownAt(at, token);
        var verdict = await verification.Of(document, inputs, at, token);
        return (isNow ? VerifyAnswer.Of(verdict) : VerifyAnswer.Of(verdict, await past.Of(document, verdict, token)), inputs);
    }
}
