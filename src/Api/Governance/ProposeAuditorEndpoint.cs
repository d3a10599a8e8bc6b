using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes an auditor.</summary>
public static class ProposeAuditorEndpoint
{
    /// <summary>What is asked; <c>opens</c> says whether evidence that they export may have what is sealed, opened for a named recipient.</summary>
    public sealed record Body(Guid Person, DateOnly From, DateOnly? Until = null, bool Opens = false) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Guid.Parse("d0000000-0000-4000-8000-00000000000a"), new DateOnly(2027, 1, 1));
    }

    /// <summary>Propose, under an id that you chose, that a person audits.</summary>
    [WolverinePut("/api/agreement/auditors/{proposalId:guid}"), Gives<ProposeAuditor>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeAuditor, Agreement>(Agreement.TheId, "/api/agreement/proposals", async d =>
            new ProposeAuditor(proposalId, body.Person, body.From, body.Until, body.Opens).Decide(d.State, await d.Work.Fold<Person>(body.Person, token), d.By, d.Today), token);
}
