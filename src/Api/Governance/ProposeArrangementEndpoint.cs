using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes a written agreement on one case.</summary>
public static class ProposeArrangementEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference, CostBody? Cost = null, WorkArrangement? Work = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("NR 1008/12", new("OCSC", Clause: "2.2.5"));
    }

    /// <summary>Who bears the cost of a mandate or of an activity: one of the two.</summary>
    public sealed record CostBody(string Bearer, string? Clause = null, Guid? Activity = null);

    /// <summary>Propose, under an id that you chose, who bears a cost, or whose a jointly made work is.</summary>
    [WolverinePut("/api/agreement/arrangements/{proposalId:guid}"), Gives<ProposeArrangement>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeArrangement, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeArrangement(proposalId, body.Reference, body.Cost is { } cost ? new(cost.Clause, cost.Activity, cost.Bearer) : null, body.Work).Decide(d.State, d.By, d.Today)), token);
}
