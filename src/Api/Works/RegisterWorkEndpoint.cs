using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Puts a work, a logo or a mark on record.</summary>
public static class RegisterWorkEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string TitleTh, string TitleEn, WorkKind Kind, WorkOrigin Origin, Guid? Arrangement = null, string? Sha256 = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ตราสัญลักษณ์ สคช.", "Logo of TPQI", WorkKind.Logo, WorkOrigin.BroughtIn);
    }

    /// <summary>Register a work under an id that the caller chose.</summary>
    [WolverinePut("/api/works/{workId:guid}"), Gives<RegisterWork>]
    public static Task<IResult> Put(Guid workId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RegisterWork, Work>(workId, $"/api/works/{workId}", async d =>
        {
            var agreement = await d.Work.Fold<Agreement>(Agreement.TheId, token);
            return new RegisterWork(workId, body.TitleTh, body.TitleEn, body.Kind, body.Origin, body.Arrangement, body.Sha256)
                .Decide(d.State, agreement, CaseByCase.Work(agreement, body.Arrangement), d.By);
        }, token);
}
