using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Records that a person left a post.</summary>
public static class LeavePostEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(DateOnly Until) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new DateOnly(2026, 9, 30));
    }

    /// <summary>End a post of a person.</summary>
    [WolverinePost("/api/people/{personId:guid}/agencies/{agency}/posts/{post}/end"), Gives<LeavePost>]
    public static Task<IResult> Post(Guid personId, string agency, string post, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<LeavePost, Person>(personId, $"/api/people/{personId}",
            d => Task.FromResult(new LeavePost(post, agency, body.Until).Decide(d.State)), token);
}
