using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing.LedgerKeys;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out what leads from each key of the trust list to the next.</summary>
public static class TrustKeysEndpoint
{
    /// <summary>Statements of each key that signed the trust list about the key that follows it (docs/formats/trust.md), a line each; nothing where none has followed.</summary>
    [WolverineGet("/trust-keys.txt"), Open]
    public static IResult Get(LedgerKeyring keys, HttpResponse response) => StaticFile.Of(Encoding.ASCII.GetBytes(keys.TrustLinks()), "text/plain", IssuerMetadata.MaxAge, response);
}
