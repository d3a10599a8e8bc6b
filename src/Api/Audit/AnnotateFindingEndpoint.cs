using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using Wolverine.Http;

namespace CredentialLedger.Api.Audit;

/// <summary>Notes something about a finding.</summary>
public static class AnnotateFindingEndpoint
{
    /// <summary>What is asked; the remark is sealed for the person whom it is about.</summary>
    public sealed record Body(Guid About, string Remark) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("a0000000-0000-4000-8000-000000000001"), "ขอเอกสารการสอบจากหน่วยรับรองแล้ว");
    }

    /// <summary>Note it.</summary>
    [WolverinePut("/api/findings/{findingId:guid}/notes/{noteId:guid}"), Gives<AnnotateFinding>]
    public static Task<IResult> Put(Guid findingId, Guid noteId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AnnotateFinding, Review>(findingId, $"/api/findings/{findingId}", async d =>
            new AnnotateFinding(noteId, body.About, await sealer.Remark<FindingAnnotated>(d.State, body.About, body.Remark, token)).Decide(d.State, d.By), token);
}
