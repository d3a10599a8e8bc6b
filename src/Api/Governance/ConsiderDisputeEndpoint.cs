using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Considers a dispute.</summary>
public static class ConsiderDisputeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string View) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ควรแบ่งกันรับผิดชอบ");
    }

    /// <summary>Say how your party sees a dispute; nothing about a person.</summary>
    [WolverinePost("/api/agreement/disputes/{disputeId:guid}/consideration"), Gives<ConsiderDispute>]
    public static Task<IResult> Post(Guid disputeId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ConsiderDispute, Agreement>(Agreement.TheId, "/api/agreement", d => Task.FromResult(
            new ConsiderDispute(disputeId, body.View).Decide(d.State, d.By)), token);
}
