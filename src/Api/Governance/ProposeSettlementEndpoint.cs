using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes how a dispute is to be settled.</summary>
public static class ProposeSettlementEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Dispute, string Text) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Guid.Parse("e4000000-0000-4000-8000-000000000001"), "แบ่งกันรับผิดชอบฝ่ายละหนึ่งในสาม");
    }

    /// <summary>Propose, under an id that you chose, how a dispute that all three considered is to be settled.</summary>
    [WolverinePut("/api/agreement/settlements/{proposalId:guid}"), Gives<ProposeSettlement>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeSettlement, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeSettlement(proposalId, body.Dispute, body.Text).Decide(d.State, d.By, d.Today)), token);
}
