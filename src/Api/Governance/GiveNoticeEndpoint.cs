using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Gives notice.</summary>
public static class GiveNoticeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference, DateOnly EndsOn) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("DG 0200/15", new DateOnly(2028, 9, 30));
    }

    /// <summary>Give the other two parties written notice, at least 90 days ahead, that yours ends the agreement.</summary>
    [WolverinePost("/api/agreement/notice"), Gives<GiveNotice>]
    public static Task<IResult> Post(Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<GiveNotice, Agreement>(Agreement.TheId, "/api/agreement", d => Task.FromResult(
            new GiveNotice(body.Reference, body.EndsOn).Decide(d.State, d.By, d.Today)), token);
}
