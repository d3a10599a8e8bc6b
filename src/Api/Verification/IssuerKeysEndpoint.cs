using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out an issuer's keys.</summary>
public static class IssuerKeysEndpoint
{
    /// <summary>The issuer's keys as a JSON Web Key Set (RFC 7517).</summary>
    [WolverineGet("/issuers/{issuer}/jwks.json"), Open]
    public static Task<IResult> Get(string issuer, IssuerMetadata metadata, HttpResponse response, CancellationToken token) =>
        metadata.Answer(issuer, "application/jwk-set+json", Jwks.Set, response, token);
}
