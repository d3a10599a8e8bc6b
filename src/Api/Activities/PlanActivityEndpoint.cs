using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Activities;

/// <summary>Puts a joint activity on record.</summary>
public static class PlanActivityEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string TitleTh, string TitleEn, string Clause, ValueList<PartyBody> Parties, DateOnly From, DateOnly Until, string Bearer, Guid? Arrangement = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ค่ายพัฒนาข้อสอบ", "Item writing camp", "2.3.5",
            [new("TPQI", new("d0000000-0000-4000-8000-000000000004")), new("OCSC", new("d0000000-0000-4000-8000-000000000014"))], new(2027, 1, 11), new(2027, 1, 13), "TPQI");
    }

    /// <summary>A party that takes part, and the person who coordinates for it.</summary>
    public sealed record PartyBody(string Party, Guid Coordinator);

    /// <summary>Plan an activity under an id that the caller chose.</summary>
    [WolverinePut("/api/activities/{activityId:guid}"), Gives<PlanActivity>]
    public static Task<IResult> Put(Guid activityId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<PlanActivity, Activity>(activityId, $"/api/activities/{activityId}", async d =>
        {
            await d.Work.Load([Agreement.TheId, .. body.Parties.Select(p => p.Coordinator)], token);
            var agreement = await d.Work.Fold<Agreement>(Agreement.TheId, token);
            return new PlanActivity(activityId, body.TitleTh, body.TitleEn, body.Clause, [.. body.Parties.Select(p => new TakingPart(p.Party, p.Coordinator))],
                    body.From, body.Until, body.Bearer, body.Arrangement)
                .Decide(d.State, agreement, CaseByCase.Cost(agreement, body.Arrangement), await d.Work.FoldAll<Person>([.. body.Parties.Select(p => p.Coordinator)], token), d.By);
        }, token);
}
