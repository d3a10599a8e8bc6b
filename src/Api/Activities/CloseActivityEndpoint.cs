using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Activities;

/// <summary>Records how a joint activity ended.</summary>
public static class CloseActivityEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Ending Ending, string Outcome) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Ending.Held, "ได้ข้อสอบที่ผ่านการทบทวนแล้ว 40 ข้อ");
    }

    /// <summary>Close an activity.</summary>
    [WolverinePost("/api/activities/{activityId:guid}/closing"), Gives<CloseActivity>]
    public static Task<IResult> Post(Guid activityId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<CloseActivity, Activity>(activityId, $"/api/activities/{activityId}", async d =>
            new CloseActivity(body.Ending, body.Outcome).Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
