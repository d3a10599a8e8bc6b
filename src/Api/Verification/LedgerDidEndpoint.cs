using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.LedgerKeys;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the ledger's own DID document.</summary>
public static class LedgerDidEndpoint
{
    /// <summary>The ledger's DID document (did:web): the keys that sign the trust list and receipts, and where that list is.</summary>
    [WolverineGet("/.well-known/did.json"), Open]
    public static IResult Get(ProgrammeSettings programme, LedgerKeyring keys, HttpResponse response) =>
        StaticFile.Of(Encoding.UTF8.GetBytes(DidDocuments.OfLedger(programme.Did(), keys, new(programme.PublicUri, "/trust.jwt")).ToJsonString()), "application/did+json", IssuerMetadata.MaxAge, response);
}
