using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Trust;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the signed trust list, and the key that it is signed with.</summary>
public static class TrustedListEndpoint
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>The signed trust list (docs/formats/trust.md), as it is now or as it was known at a moment.</summary>
    [WolverineGet("/trust.jwt"), Open]
    public static async Task<IResult> Get([FromQuery] string? at, TrustedListPublisher list, TimeProvider clock, HttpResponse response, CancellationToken token)
    {
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        return StaticFile.Of(await list.At(string.IsNullOrEmpty(at) ? null : moment, token), "application/trustlist+jwt", MaxAge, response);
    }

    /// <summary>The ledger's own DID document (did:web): the key that signs the trust list, and where that list is.</summary>
    [WolverineGet("/.well-known/did.json"), Open]
    public static IResult GetDid(ProgrammeSettings programme, TrustListKey key, HttpResponse response)
    {
        var did = programme.Did();
        var document = DidDocuments.Of(did, [DidDocuments.Method(did, SignedTrustList.JwkOf(key.Key))], [$"{did}#{SignedTrustList.KeyIdOf(key.Key)}"]);
        document["service"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = $"{did}#trust-list",
            ["type"] = "TrustList",
            ["serviceEndpoint"] = new Uri(programme.PublicUri, "/trust.jwt").AbsoluteUri,
        });
        return StaticFile.Of(Encoding.UTF8.GetBytes(document.ToJsonString()), "application/did+json", MaxAge, response);
    }
}
