using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Records that a person holds a post.</summary>
public static class HoldPostEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(DateOnly From, string? Unit = null, string? Level = null, string? Supervisor = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new DateOnly(2025, 10, 1), "กองตัวอย่าง", "K3", "1001");
    }

    /// <summary>Put a person in a post from a date on.</summary>
    [WolverinePut("/api/people/{personId:guid}/agencies/{agency}/posts/{post}"), Gives<HoldPost>]
    public static Task<IResult> Put(Guid personId, string agency, string post, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<HoldPost, Person>(personId, $"/api/people/{personId}",
            d => Task.FromResult(new HoldPost(post, agency, body.Unit, body.Level, body.From, body.Supervisor).Decide(d.State, d.By)), token);
}
