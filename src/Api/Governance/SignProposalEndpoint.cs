using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Signs a proposal.</summary>
public static class SignProposalEndpoint
{
    /// <summary>Sign a proposal for the party that you represent; with the third signature it takes effect.</summary>
    [WolverinePost("/api/agreement/proposals/{proposalId:guid}/signature"), Gives<SignProposal>]
    public static Task<IResult> Post(Guid proposalId, Recorder recorder, CancellationToken token) =>
        recorder.Record<SignProposal, Agreement>(Agreement.TheId, "/api/agreement", d => Task.FromResult(
            new SignProposal(proposalId).Decide(d.State, d.By, d.Today)), token);
}
