using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Asks to erase a person's data: the person themself, or an officer for somebody who cannot.</summary>
public static class RequestErasureEndpoint
{
    /// <summary>What is asked; the remark is sealed.</summary>
    public sealed record Body(string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ขอให้ลบข้อมูลของข้าพเจ้า");
    }

    /// <summary>Ask, under an id that the caller chose; it is decided within 90 days.</summary>
    [WolverinePut("/api/people/{personId:guid}/erasures/{erasureId:guid}"), OwnOr<RequestErasure>]
    public static Task<IResult> Put(Guid personId, Guid erasureId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<RequestErasure, Person>(personId, $"/api/people/{personId}/erasures", async d =>
            new RequestErasure(erasureId, await sealer.Remark<ErasureRequested>(d.State?.Id, body.Remark, token)).Decide(d.State, d.By, d.Today), token);
}
