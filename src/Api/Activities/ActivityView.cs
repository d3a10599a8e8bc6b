using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Activities;
using Wolverine.Http;

namespace CredentialLedger.Api.Activities;

/// <summary>A joint activity as it was planned, and how it ended.</summary>
public sealed record ActivityView(Guid Id, string TitleTh, string TitleEn, string Clause, IReadOnlyList<TakingPart> Parties, DateOnly From, DateOnly Until,
    string Bearer, Guid? Arrangement, ActivityView.Closing? Closed)
{
    /// <summary>How it ended.</summary>
    public sealed record Closing(Ending Ending, string Outcome);

    /// <summary>Show an activity.</summary>
    [WolverineGet("/api/activities/{activityId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid activityId, Viewer viewer, CancellationToken token) =>
        viewer.State<Activity>(activityId, Activity.Missing, activity => Of(activity.Planned, activity.Closed), token);

    private static ActivityView Of(ActivityPlanned a, ActivityClosed? closed) => new(a.Activity, a.TitleTh, a.TitleEn, a.Clause, a.Parties, a.From, a.Until, a.Bearer, a.Arrangement,
        closed is null ? null : new(closed.Ending, closed.Outcome));
}
