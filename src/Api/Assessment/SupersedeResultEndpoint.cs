using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Assessment;

/// <summary>Puts a right result in the place of a wrong one.</summary>
public static class SupersedeResultEndpoint
{
    /// <summary>What is asked. The score is in hundredths of the possible points, 0-10000.</summary>
    public sealed record Body(Grade Grade, ValueList<Guid> Examiners, SupersessionGround Ground, int? Score = null, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Grade.NotYetCompetent, [new("d0000000-0000-4000-8000-000000000014")], SupersessionGround.ReMarking, 5900, "ตรวจใหม่ตามคำร้อง");
    }

    /// <summary>Supersede a result.</summary>
    [WolverinePost("/api/results/{resultId:guid}/supersession"), Gives<SupersedeResult>]
    public static Task<IResult> Post(Guid resultId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<SupersedeResult, Result>(resultId, $"/api/results/{resultId}", async d =>
            new SupersedeResult(body.Grade, body.Score, body.Examiners, body.Ground,
                    await sealer.Remark<ResultSuperseded>(d.State?.Declared.Person, body.Remark, token))
                .Decide(d.State, await d.Work.FoldAll<Person>(body.Examiners, token)), token);
}
