using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives the holder notice that a credential may be revoked.</summary>
public static class NotifyRevocationEndpoint
{
    /// <summary>What is held against the holder, and until when to answer; the particulars are sealed.</summary>
    public sealed record Body(Ground Ground, DateOnly AnswerUntil, string? Particulars = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Ground.Fraud, new(2027, 2, 1), "หลักฐานแสดงผลงานที่ยื่นเป็นของผู้อื่น");
    }

    /// <summary>Give notice, which names the later renewals that would be revoked too: the holder can answer before it is decided.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/revocation/notice"), Gives<NotifyRevocation>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<NotifyRevocation, Credential>(credentialId, $"/api/credentials/{credentialId}/revocation", async d =>
            new NotifyRevocation(body.Ground, await sealer.Text<RevocationNotified>("particulars", d.State?.Issued.Person, body.Particulars, token), body.AnswerUntil)
                .Decide(d.State, await d.Work.Behind(d.State, token), d.By, d.Today), token);
}
