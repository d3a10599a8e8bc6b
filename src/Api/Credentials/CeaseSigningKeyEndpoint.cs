using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Ends a key.</summary>
public static class CeaseSigningKeyEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(DateOnly From) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new DateOnly(2027, 1, 4));
    }

    /// <summary>End a key without a successor from a day on.</summary>
    [WolverinePost("/api/signing-keys/{key}/end"), Gives<CeaseSigningKey>]
    public static Task<IResult> Post(string key, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<CeaseSigningKey, SigningKey>(SigningKey.IdOf(key), "/api/signing-keys", async d =>
            new CeaseSigningKey(body.From).Decide(d.State, await d.Work.Agreement(token), d.By, d.Today), token);
}
