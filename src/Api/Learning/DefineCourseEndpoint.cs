using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>Puts a course on record.</summary>
public static class DefineCourseEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Code, string TitleTh, string Provider, string Framework, ValueList<string> Units, int Minutes, DateOnly From, string? TitleEn = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("TDGA-DT-01", "การขับเคลื่อนรัฐบาลดิจิทัล", "DGA", "TPQI-2560", ["CEC-BCTZ-001"], 1080, new DateOnly(2025, 1, 1), "Driving digital government");
    }

    /// <summary>Define a course under an id that the caller chose.</summary>
    [WolverinePut("/api/courses/{courseId:guid}"), Gives<DefineCourse>]
    public static Task<IResult> Put(Guid courseId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<DefineCourse, Course>(courseId, $"/api/courses/{courseId}", async d =>
            new DefineCourse(courseId, body.Code, body.TitleTh, body.TitleEn, body.Provider, body.Framework, body.Units, body.Minutes, body.From)
                .Decide(d.State, await d.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(body.Framework), token)), token);
}
