using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Refuses to erase a person's data, on a ground that the law names.</summary>
public static class RefuseErasureEndpoint
{
    /// <summary>What is asked; the remark is sealed.</summary>
    public sealed record Body(KeepingGround Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(KeepingGround.LegalClaims, "อยู่ระหว่างพิจารณาอุทธรณ์");
    }

    /// <summary>Keep the data, and say why.</summary>
    [WolverinePost("/api/people/{personId:guid}/erasures/{erasureId:guid}/refusal"), Gives<RefuseErasure>]
    public static Task<IResult> Post(Guid personId, Guid erasureId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<RefuseErasure, Person>(personId, $"/api/people/{personId}/erasures", async d =>
            new RefuseErasure(erasureId, body.Ground, await sealer.Remark<ErasureRefused>(d.State?.Id, body.Remark, token)).Decide(d.State, d.By), token);
}
