using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes that an auditor is dismissed.</summary>
public static class ProposeAuditorDismissalEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Person) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Guid.Parse("d0000000-0000-4000-8000-00000000000a"));
    }

    /// <summary>Propose, under an id that you chose, that a person audits no more.</summary>
    [WolverinePut("/api/agreement/auditor-dismissals/{proposalId:guid}"), Gives<ProposeAuditorDismissal>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeAuditorDismissal, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeAuditorDismissal(proposalId, body.Person).Decide(d.State, d.By, d.Today)), token);
}
