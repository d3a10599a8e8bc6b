using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Where others find an issuer's keys (docs/formats/issuer-metadata.md), all of it from the keys that the issuer registered.</summary>
public static class IssuerMetadataEndpoint
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>The issuer's keys as a JSON Web Key Set (RFC 7517).</summary>
    [WolverineGet("/issuers/{issuer}/jwks.json"), Open]
    public static Task<IResult> GetKeys(string issuer, Issuers issuers, PublishedKeys keys, HttpResponse response, CancellationToken token) =>
        Answer(issuer, issuers, keys, "application/jwk-set+json", Jwks.Set, response, token);

    /// <summary>The issuer's DID document (did:web).</summary>
    [WolverineGet("/issuers/{issuer}/did.json"), Open]
    public static Task<IResult> GetDid(string issuer, Issuers issuers, PublishedKeys keys, ProgrammeSettings programme, HttpResponse response, CancellationToken token) =>
        Answer(issuer, issuers, keys, "application/did+json", known => DidDocuments.OfIssuer(programme.DidOf(issuer), programme.AddressOf(issuer), known), response, token);

    /// <summary>JWT VC issuer metadata (draft-ietf-oauth-sd-jwt-vc, section 5): the well-known part stands before the path of the issuer's address.</summary>
    [WolverineGet("/.well-known/jwt-vc-issuer/issuers/{issuer}"), Open]
    public static Task<IResult> GetJwtIssuer(string issuer, Issuers issuers, PublishedKeys keys, ProgrammeSettings programme, HttpResponse response, CancellationToken token) =>
        Answer(issuer, issuers, keys, "application/json", known => new() { ["issuer"] = programme.AddressOf(issuer).AbsoluteUri, ["jwks"] = Jwks.Set(known) }, response, token);

    /// <summary>The certificates of the keys that the issuer signs with, and those above them without the root, in PEM (RFC 8555, section 9.1).</summary>
    [WolverineGet("/issuers/{issuer}/chain.pem"), Open]
    public static async Task<IResult> GetChain(string issuer, Issuers issuers, PublishedKeys keys, HttpResponse response, CancellationToken token)
    {
        if (issuers.Find(issuer) is null) return Problem.Of(StatusCodes.Status404NotFound, "issuer.missing");
        var pem = string.Concat((await keys.Of(issuer, token)).Where(k => !k.IsCompromised && k.Key.Until is null).SelectMany(k => k.Chain).Select(c => c.ExportCertificatePem() + "\n"));
        return StaticFile.Of(Encoding.ASCII.GetBytes(pem), "application/pem-certificate-chain", MaxAge, response);
    }

    private static async Task<IResult> Answer(string issuer, Issuers issuers, PublishedKeys keys, string type, Func<IReadOnlyList<PublishedKey>, JsonObject> make, HttpResponse response, CancellationToken token) =>
        issuers.Find(issuer) is null ? Problem.Of(StatusCodes.Status404NotFound, "issuer.missing")
        : StaticFile.Of(Encoding.UTF8.GetBytes(make(await keys.Of(issuer, token)).ToJsonString()), type, MaxAge, response);
}
