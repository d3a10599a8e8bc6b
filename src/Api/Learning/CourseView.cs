using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Learning;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>A course as it was defined.</summary>
public sealed record CourseView(Guid Id, string Code, string TitleTh, string? TitleEn, string Provider, string Framework,
    IReadOnlyList<string> Units, int Minutes, DateOnly From)
{
    /// <summary>Show a course.</summary>
    [WolverineGet("/api/courses/{courseId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid courseId, Viewer viewer, CancellationToken token) =>
        viewer.State<Course>(courseId, Course.Missing, course => Of(course.Defined), token);

    internal static CourseView Of(CourseDefined c) => new(c.Course, c.Code, c.TitleTh, c.TitleEn, c.Provider, c.Framework, c.Units, c.Minutes, c.From);
}
