using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Takes a signature back.</summary>
public static class WithdrawSignatureEndpoint
{
    /// <summary>Take your party's signature back, before the third is given.</summary>
    [WolverinePost("/api/agreement/proposals/{proposalId:guid}/signature/withdrawal"), Gives<WithdrawSignature>]
    public static Task<IResult> Post(Guid proposalId, Recorder recorder, CancellationToken token) =>
        recorder.Record<WithdrawSignature, Agreement>(Agreement.TheId, "/api/agreement", d => Task.FromResult(
            new WithdrawSignature(proposalId).Decide(d.State, d.By, d.Today)), token);
}
