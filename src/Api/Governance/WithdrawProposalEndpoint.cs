using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Takes a proposal back.</summary>
public static class WithdrawProposalEndpoint
{
    /// <summary>Take a proposal of your own party back, before it takes effect.</summary>
    [WolverinePost("/api/agreement/proposals/{proposalId:guid}/withdrawal"), Gives<WithdrawProposal>]
    public static Task<IResult> Post(Guid proposalId, Recorder recorder, CancellationToken token) =>
        recorder.Record<WithdrawProposal, Agreement>(Agreement.TheId, "/api/agreement", d => Task.FromResult(
            new WithdrawProposal(proposalId).Decide(d.State, d.By)), token);
}
