using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Projections.Audit.Findings;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>Takes a finding up: the ledger itself must give it.</summary>
public static class OpenFindingEndpoint
{
    /// <summary>Take it up.</summary>
    [WolverinePut("/api/findings/{findingId:guid}/review"), Gives<OpenFinding>]
    public static Task<IResult> Put(Guid findingId, Recorder recorder, CurrentFindings findings, CancellationToken token) =>
        recorder.Record<OpenFinding, Review>(findingId, $"/api/findings/{findingId}", async d =>
            new OpenFinding().Decide(d.State, d.State is null ? (await findings.Get(token)).LeadOf(findingId) : null, d.By), token);
}
