using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Records that the owner took a permission back.</summary>
public static class RevokePermitEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("สคช. 0102/2569");
    }

    /// <summary>Take a permission back, from today on.</summary>
    [WolverinePost("/api/works/{workId:guid}/permits/{permitId:guid}/revocation"), Gives<RevokePermit>]
    public static Task<IResult> Post(Guid workId, Guid permitId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RevokePermit, Work>(workId, $"/api/works/{workId}", async d =>
            new RevokePermit(permitId, body.Reference).Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
