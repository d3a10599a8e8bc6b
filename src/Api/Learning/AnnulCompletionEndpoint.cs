using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>Records that a completion counts no more.</summary>
public static class AnnulCompletionEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(AnnulmentGround Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(AnnulmentGround.EvidenceInsufficient, "ไม่พบรายชื่อในใบลงเวลา");
    }

    /// <summary>Annul a completion.</summary>
    [WolverinePost("/api/completions/{completionId:guid}/annulment"), Gives<AnnulCompletion>]
    public static Task<IResult> Post(Guid completionId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AnnulCompletion, Completion>(completionId, $"/api/completions/{completionId}", async d =>
            new AnnulCompletion(body.Ground, await sealer.Remark<CompletionAnnulled>(d.State?.Recorded.Person, body.Remark, token)).Decide(d.State), token);
}
