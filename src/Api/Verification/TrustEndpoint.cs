using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the trust list, which anybody who verifies needs.</summary>
public static class TrustEndpoint
{
    /// <summary>The trust list (docs/formats/trust.md). Who relies on it gets it by a way that they trust.</summary>
    [WolverineGet("/api/trust"), Open]
    public static async Task<IResult> Get(TrustPublisher trust, CancellationToken token) =>
        Results.Bytes((await trust.Current(token)).ToJson(), "application/json", "trust.json");
}
