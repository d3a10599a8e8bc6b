using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out an issuer's metadata for who verifies its SD-JWT credentials.</summary>
public static class JwtIssuerEndpoint
{
    /// <summary>JWT VC issuer metadata (draft-ietf-oauth-sd-jwt-vc, section 5): the well-known part stands before the path of the issuer's address.</summary>
    [WolverineGet("/.well-known/jwt-vc-issuer/issuers/{issuer}"), Open]
    public static Task<IResult> Get(string issuer, IssuerMetadata metadata, ProgrammeSettings programme, HttpResponse response, CancellationToken token) =>
        metadata.Answer(issuer, "application/json", keys => new System.Text.Json.Nodes.JsonObject { ["issuer"] = programme.AddressOf(issuer).AbsoluteUri, ["jwks"] = Jwks.Set(keys) }, response, token);
}
