using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Assessment;

/// <summary>Records that a result counts no more.</summary>
public static class AnnulResultEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(AnnulmentGround Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(AnnulmentGround.Irregularity, "พบการทุจริตในห้องสอบ");
    }

    /// <summary>Annul a result.</summary>
    [WolverinePost("/api/results/{resultId:guid}/annulment"), Gives<AnnulResult>]
    public static Task<IResult> Post(Guid resultId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AnnulResult, Result>(resultId, $"/api/results/{resultId}", async d =>
            new AnnulResult(body.Ground, await sealer.Remark<ResultAnnulled>(d.State?.Declared.Person, body.Remark, token)).Decide(d.State), token);
}
