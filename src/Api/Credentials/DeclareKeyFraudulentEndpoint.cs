using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Declares a key fraudulent.</summary>
public static class DeclareKeyFraudulentEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("สคช. 0102/78");
    }

    /// <summary>Declare that a key never was its organisation's: nothing that it signed counts.</summary>
    [WolverinePost("/api/signing-keys/{key}/fraud"), Gives<DeclareKeyFraudulent>]
    public static Task<IResult> Post(string key, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<DeclareKeyFraudulent, SigningKey>(SigningKey.IdOf(key), "/api/signing-keys", async d =>
            new DeclareKeyFraudulent(body.Reference).Decide(d.State, await d.Work.Agreement(token), d.By, d.Today), token);
}
