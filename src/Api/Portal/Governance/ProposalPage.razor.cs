using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Governance;

/// <summary>One proposal: what it says and does, who signed, and what its reader can do about it.</summary>
public sealed partial class ProposalPage
{
    /// <summary>The proposal.</summary>
    [Parameter, EditorRequired] public required Proposal Proposal { get; set; }

    /// <summary>Why what was asked last was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid proposalId, Pages pages, Visitor visitor, CancellationToken token) => Show(proposalId, pages, visitor, null, token);

    /// <summary>Sign it.</summary>
    [Gives<SignProposal>, Form]
    public static Task<IResult> Sign(Guid proposalId, Pages pages, Visitor visitor, Recorder recorder, CancellationToken token) =>
        Act(SignProposalEndpoint.Post(proposalId, recorder, token), proposalId, "proposals.was-signed", pages, visitor, token);

    /// <summary>Take a signature back.</summary>
    [Gives<WithdrawSignature>, Form]
    public static Task<IResult> TakeBack(Guid proposalId, Pages pages, Visitor visitor, Recorder recorder, CancellationToken token) =>
        Act(WithdrawSignatureEndpoint.Post(proposalId, recorder, token), proposalId, "proposals.was-taken-back", pages, visitor, token);

    /// <summary>Take the proposal back.</summary>
    [Gives<WithdrawProposal>, Form]
    public static Task<IResult> Withdraw(Guid proposalId, Pages pages, Visitor visitor, Recorder recorder, CancellationToken token) =>
        Act(WithdrawProposalEndpoint.Post(proposalId, recorder, token), proposalId, "proposals.was-withdrawn", pages, visitor, token);

    private static Task<IResult> Act(Task<IResult> recorded, Guid id, string notice, Pages pages, Visitor visitor, CancellationToken token) =>
        pages.Done(recorded, $"/proposals/{id}", notice, refused => Show(id, pages, visitor, refused, token));

    private static async Task<IResult> Show(Guid id, Pages pages, Visitor visitor, RefusedRequest? refused, CancellationToken token)
    {
        await visitor.Know(token);
        return visitor.Agreement?.Proposal(id) is not { } proposal ? Problem.Of(Proposal.Missing)
            : await pages.Show<ProposalPage>(new() { [nameof(Proposal)] = proposal, [nameof(Refused)] = refused }, refused?.Status ?? StatusCodes.Status200OK);
    }
}
