using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Registers a key that signs credentials.</summary>
public static class RegisterSigningKeyEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(KeyAlgorithm Algorithm, string Certificate, DateOnly? From = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(KeyAlgorithm.Ecdsa, "cf7c69de5130731c7a1e2108bef7630c3bd9fd143f899e2f42e3274f93aa23e7", new(2027, 1, 4));
    }

    /// <summary>Register a key, by its id, for the caller's organisation.</summary>
    [WolverinePut("/api/signing-keys/{key}"), Gives<RegisterSigningKey>]
    public static Task<IResult> Put(string key, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RegisterSigningKey, SigningKey>(SigningKey.IdOf(key), "/api/signing-keys", d =>
            Task.FromResult(new RegisterSigningKey(key, body.Algorithm, body.Certificate, body.From).Decide(d.State, d.By, d.Today)), token);
}
