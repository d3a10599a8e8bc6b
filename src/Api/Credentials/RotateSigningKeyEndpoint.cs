using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Lets another key sign instead of one.</summary>
public static class RotateSigningKeyEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Successor, DateOnly From) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("85MOuVXYTCQOLS-Qfxoz9_MNWvi1s3QGgOpA2w03Cls", new(2027, 1, 4));
    }

    /// <summary>Replace a key by another one from a day on.</summary>
    [WolverinePost("/api/signing-keys/{key}/rotation"), Gives<RotateSigningKey>]
    public static Task<IResult> Post(string key, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RotateSigningKey, SigningKey>(SigningKey.IdOf(key), "/api/signing-keys", async d =>
            new RotateSigningKey(body.Successor, body.From).Decide(d.State, await d.Work.Fold<SigningKey>(SigningKey.IdOf(body.Successor), token), d.By, d.Today), token);
}
