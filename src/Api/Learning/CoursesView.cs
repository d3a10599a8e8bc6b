using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>Every course, by its code.</summary>
public sealed record CoursesView(IReadOnlyList<CourseView> Courses)
{
    /// <summary>List them.</summary>
    [WolverineGet("/api/courses"), SignedIn]
    public static async Task<IResult> Get(EventReader events, CancellationToken token)
    {
        var courses = new List<CourseView>();
        await foreach (var e in events.Read(new() { Courses = true }, token)) courses.Add(CourseView.Of((CourseDefined)e.Data));
        return Results.Ok(new CoursesView([.. courses.OrderBy(c => c.Code, StringComparer.Ordinal)]));
    }
}
