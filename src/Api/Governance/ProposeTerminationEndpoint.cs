using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes an end by consent.</summary>
public static class ProposeTerminationEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(DateOnly? EndsOn = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new DateOnly(2028, 9, 30));
    }

    /// <summary>Propose, under an id that you chose, that the agreement ends on a day, or at once.</summary>
    [WolverinePut("/api/agreement/terminations/{proposalId:guid}"), Gives<ProposeTermination>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeTermination, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeTermination(proposalId, body.EndsOn).Decide(d.State, d.By, d.Today)), token);
}
