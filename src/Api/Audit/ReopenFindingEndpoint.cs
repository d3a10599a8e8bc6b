using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>Takes up again what was disposed of.</summary>
public static class ReopenFindingEndpoint
{
    /// <summary>What is asked; the remark is sealed for the person whom it is about.</summary>
    public sealed record Body(Guid About, string Remark) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("a0000000-0000-4000-8000-000000000001"), "พบหลักฐานเพิ่ม");
    }

    /// <summary>Reopen it.</summary>
    [WolverinePost("/api/findings/{findingId:guid}/reopening"), Gives<ReopenFinding>]
    public static Task<IResult> Post(Guid findingId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<ReopenFinding, Review>(findingId, $"/api/findings/{findingId}", async d =>
            new ReopenFinding(body.About, await sealer.Remark<FindingReopened>(d.State, body.About, body.Remark, token)).Decide(d.State, d.By), token);
}
