using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Projections.Audit.Findings;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>Disposes of a finding.</summary>
public static class DisposeFindingEndpoint
{
    /// <summary>What is asked; the grounds are sealed for the person whom they are about, the reference is a document's number and stays open.</summary>
    public sealed record Body(Disposition Disposition, Guid About, string Remark, string? Reference = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Disposition.Referred, new("a0000000-0000-4000-8000-000000000001"), "ให้หน่วยรับรองสอบข้อเท็จจริง", "ตส 0401/12");
    }

    /// <summary>Dismiss it, refer it, or state that it was set right.</summary>
    [WolverinePost("/api/findings/{findingId:guid}/disposal"), Gives<DisposeFinding>]
    public static Task<IResult> Post(Guid findingId, Body body, Recorder recorder, Sealer sealer, CurrentFindings findings, CancellationToken token) =>
        recorder.Record<DisposeFinding, Review>(findingId, $"/api/findings/{findingId}", async d =>
            new DisposeFinding(body.Disposition, body.Reference, body.About, await sealer.Remark<FindingDisposed>(d.State, body.About, body.Remark, token))
                .Decide(d.State, (await findings.Get(token)).LeadOf(findingId), d.By), token);
}
