using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records that an accepted award counts no more.</summary>
public static class AnnulAwardEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(AnnulmentGround Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(AnnulmentGround.Fraud, "ผู้ออกใบรับรองยืนยันว่าไม่ได้ออกหมายเลขนี้");
    }

    /// <summary>Annul an award.</summary>
    [WolverinePost("/api/awards/{awardId:guid}/annulment"), Gives<AnnulAward>]
    public static Task<IResult> Post(Guid awardId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AnnulAward, Award>(awardId, $"/api/awards/{awardId}", async d =>
        {
            var outcome = new AnnulAward(body.Ground, await sealer.Remark<AwardAnnulled>(d.State?.Accepted.Person, body.Remark, token)).Decide(d.State);
            if (outcome.Events.Count > 0) AwardNumbers.Free(d.Work.Session, awardId);
            return outcome;
        }, token);
}
