using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Takes the holder's answer to a notice of revocation.</summary>
public static class AnswerNoticeEndpoint
{
    /// <summary>The answer; it is sealed.</summary>
    public sealed record Body(string? Answer = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ผลงานนั้นเป็นของข้าพเจ้า ตามหนังสือรับรองของหัวหน้างานที่แนบ");
    }

    /// <summary>Answer, as the holder.</summary>
    [WolverinePost("/api/people/{personId:guid}/credentials/{credentialId:guid}/answer"), OwnOr<AnswerNotice>]
    public static Task<IResult> Post(Guid personId, Guid credentialId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AnswerNotice, Credential>(credentialId, $"/api/credentials/{credentialId}/revocation", async d =>
            new AnswerNotice(await sealer.Text<NoticeAnswered>("answer", personId, body.Answer, token)).Decide(d.State, d.By), token);
}
