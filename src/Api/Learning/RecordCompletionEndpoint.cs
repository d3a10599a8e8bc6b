using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>Records that a person completed a course.</summary>
public static class RecordCompletionEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Person, Guid Course, DateOnly CompletedOn, Evidence Evidence) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("a0000000-0000-4000-8000-000000000001"), new("c0000000-0000-4000-8000-000000000001"), new DateOnly(2026, 3, 20), new Evidence(EvidenceKind.Attendance, "TDGA-DT-01/2569/3", null));
    }

    /// <summary>Record a completion under an id that the caller chose.</summary>
    [WolverinePut("/api/completions/{completionId:guid}"), Gives<RecordCompletion>]
    public static Task<IResult> Put(Guid completionId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RecordCompletion, Completion>(completionId, $"/api/completions/{completionId}", async d =>
        {
            await d.Work.Load([body.Person, body.Course], token);
            return new RecordCompletion(completionId, body.Person, body.Course, body.CompletedOn, body.Evidence).Decide(d.State,
                await d.Work.Fold<Person>(body.Person, token), await d.Work.Fold<Course>(body.Course, token), d.Today);
        }, token);
}
