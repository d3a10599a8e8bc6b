using CredentialLedger.Api.Http;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Erases a person's data: the event and the end of the key are one transaction.</summary>
public static class GrantErasureEndpoint
{
    /// <summary>Carry out a request. No event changes; what was sealed in them opens for nobody any more.</summary>
    [WolverinePost("/api/people/{personId:guid}/erasures/{erasureId:guid}/grant"), Gives<GrantErasure>]
    public static Task<IResult> Post(Guid personId, Guid erasureId, Recorder recorder, PersonExports exports, CancellationToken token) =>
        recorder.Record<GrantErasure, Person>(personId, $"/api/people/{personId}/erasures", async d =>
        {
            var outcome = new GrantErasure(erasureId, await exports.Of(personId, token)).Decide(d.State, d.By);
            if (outcome.Events.Count > 0) PersonKeys.Destroy(d.Work.Session, personId);
            return outcome;
        }, token);
}
