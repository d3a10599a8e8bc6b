using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CredentialLedger.Api.Verification;

/// <summary>Answers with what is published, in a way that caches and mirrors can keep: its ETag is the digest of the bytes (RFC 9110 section 8.8.3), its max-age says when to look again (RFC 9111).</summary>
internal static class StaticFile
{
    /// <summary>The bytes, or that they are the same as before.</summary>
    public static IResult Of(byte[] content, string mediaType, TimeSpan maxAge, HttpResponse response)
    {
        response.Headers.CacheControl = $"public, max-age={(int)maxAge.TotalSeconds}";
        // Public keys, lists and identifiers alone: a page of any origin may read them (Fetch standard, CORS protocol), as a verifier in a browser must.
        response.Headers.AccessControlAllowOrigin = "*";
        return Results.Bytes(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..16])}\""));
    }
}
