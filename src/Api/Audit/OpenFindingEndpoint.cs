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
            new OpenFinding().Decide(d.State, d.State is null ? Lead(await findings.Get(token), findingId) : null, d.By), token);

    private static Lead? Lead(FindingsReport report, Guid id) => report.Findings.FirstOrDefault(f => f.Id == id) is not { } found ? null
        : new(id, found.Rule, report.Thresholds, [.. found.Shows.Select(s => s.Event)], [.. found.Concerned]);
}
