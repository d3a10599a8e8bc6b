using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Reports that somebody else may hold a key.</summary>
public static class ReportCompromiseEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(DateOnly From, string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new DateOnly(2026, 12, 30), "สคช. 0102/77");
    }

    /// <summary>Report a key as compromised since a day.</summary>
    [WolverinePost("/api/signing-keys/{key}/compromise"), Gives<ReportCompromise>]
    public static Task<IResult> Post(string key, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ReportCompromise, SigningKey>(SigningKey.IdOf(key), "/api/signing-keys", async d =>
            new ReportCompromise(body.From, body.Reference).Decide(d.State, await d.Work.Agreement(token), d.By, d.Today), token);
}
