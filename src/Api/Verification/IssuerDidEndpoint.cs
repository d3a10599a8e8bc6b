using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out an issuer's DID document.</summary>
public static class IssuerDidEndpoint
{
    /// <summary>The issuer's DID document (did:web).</summary>
    [WolverineGet("/issuers/{issuer}/did.json"), Open]
    public static Task<IResult> Get(string issuer, IssuerMetadata metadata, ProgrammeSettings programme, HttpResponse response, CancellationToken token) =>
        metadata.Answer(issuer, "application/did+json", keys => DidDocuments.OfIssuer(programme.DidOf(issuer), programme.AddressOf(issuer), keys), response, token);
}
