using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;

namespace CredentialLedger.Api.Verification;

/// <summary>Answers about an issuer's keys (docs/formats/issuer-metadata.md), all of it from the keys that the issuer registered.</summary>
public sealed class IssuerMetadata(Issuers issuers, PublishedKeys keys)
{
    /// <summary>When to look again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>What is made of the keys as JSON.</summary>
    public Task<IResult> Answer(string issuer, string type, Func<IReadOnlyList<PublishedKey>, JsonObject> make, HttpResponse response, CancellationToken token) =>
        Answer(issuer, type, known => make(known).ToJsonString(), response, token);

    /// <summary>What is made of the keys as text.</summary>
    public async Task<IResult> Answer(string issuer, string type, Func<IReadOnlyList<PublishedKey>, string> make, HttpResponse response, CancellationToken token) =>
        issuers.Find(issuer) is null ? Problem.Of(StatusCodes.Status404NotFound, "issuer.missing")
        : StaticFile.Of(Encoding.UTF8.GetBytes(make(await keys.Of(issuer, token))), type, MaxAge, response);
}
