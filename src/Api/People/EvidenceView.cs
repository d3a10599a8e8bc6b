using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>What a person can show to a certification body: every assessment result, completed course and accepted award, with whether it counts.</summary>
/// <param name="Person">The person.</param>
/// <param name="Results">Assessment results, in the order of recording.</param>
/// <param name="Completions">Completed courses, in the order of recording.</param>
/// <param name="Awards">Accepted foreign awards, in the order of recording.</param>
public sealed record EvidenceView(Guid Person, IReadOnlyList<EvidenceView.Assessed> Results, IReadOnlyList<EvidenceView.Completed> Completions, IReadOnlyList<EvidenceView.Accepted> Awards)
{
    /// <summary>A result, with the grade that stands.</summary>
    public sealed record Assessed(Guid Result, string Framework, string Unit, int? Level, Grade Grade, Instrument Instrument, DateOnly AssessedOn, bool Annulled);

    /// <summary>A completed course.</summary>
    public sealed record Completed(Guid Completion, Guid Course, string TitleTh, string? TitleEn, DateOnly CompletedOn, bool Annulled);

    /// <summary>An accepted award, and what it counts as.</summary>
    public sealed record Accepted(Guid Award, Guid Equivalence, ForeignQualification Qualification, string Framework, string Unit, int? Level, DateOnly AwardedOn, DateOnly? CountsUntil, bool Annulled);

    /// <summary>List it, for the person and for who may read their record.</summary>
    [WolverineGet("/api/people/{personId:guid}/evidence"), Personal("evidence")]
    public static Task<IResult> Get(Guid personId, Viewer viewer, EventReader events, CancellationToken token) =>
        viewer.Personal<Person>(personId, Domain.People.Person.Missing, person => person.Id, async _ => (object)await Of(personId, events, token), token);

    internal static async Task<EvidenceView> Of(Guid person, EventReader events, CancellationToken token)
    {
        var states = new OrderedDictionary<Guid, object>();
        await foreach (var e in events.Read(new() { Person = person }, token))
            if (e.Data is ResultDeclared or ResultSuperseded or ResultAnnulled or CompletionRecorded or CompletionAnnulled or AwardAccepted or AwardAnnulled)
                states[e.Stream] = Aggregates.Next(states.GetValueOrDefault(e.Stream), e.Data)!;
        var completed = new List<Completed>();
        foreach (var completion in states.Values.OfType<Completion>())
        {
            var (recorded, course) = (completion.Recorded, (await events.Fold<Course>(completion.Recorded.Course, token))!.Defined);
            completed.Add(new(recorded.Completion, recorded.Course, course.TitleTh, course.TitleEn, recorded.CompletedOn, completion.Annulled is not null));
        }
        var accepted = new List<Accepted>();
        foreach (var award in states.Values.OfType<Award>())
        {
            var (a, terms) = (award.Accepted, (await events.Fold<Equivalence>(award.Accepted.Equivalence, token))!.Recognised.Terms);
            accepted.Add(new(a.Award, a.Equivalence, terms.Qualification, a.Framework, a.Unit, a.Level, a.AwardedOn, a.CountsUntil, award.Annulled is not null));
        }
        return new(person, [.. states.Values.OfType<Result>().Select(Of)], completed, accepted);
    }

    private static Assessed Of(Result result) =>
        new(result.Declared.Result, result.Declared.Framework, result.Declared.Unit, result.Declared.Level, result.Grade, result.Declared.Instrument, result.Declared.AssessedOn, result.Annulled is not null);
}
