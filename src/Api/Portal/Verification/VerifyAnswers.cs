using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>Answers about a document as people ask: of now by what is published, of a day that has gone by what the ledger knew then.</summary>
public sealed class VerifyAnswers(CredentialVerification verification, PastVerification past, TimeProvider clock)
{
    /// <summary>The answer as of a moment that has come.</summary>
    public async Task<VerifyAnswer> Of(byte[] document, DateTimeOffset at, CancellationToken token)
    {
        if (at.ThaiDay() == clock.ThaiToday()) return VerifyAnswer.Of(await verification.Of(document, at, token));
        var then = await verification.Then(document, at, token);
        return VerifyAnswer.Of(then, await past.Of(document, then, token));
    }
}
