using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Names a representative.</summary>
public static class NameRepresentativeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Person, DateOnly From) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Guid.Parse("d0000000-0000-4000-8000-0000000000b4"), new DateOnly(2028, 1, 1));
    }

    /// <summary>Name who signs for your party from a day on.</summary>
    [WolverinePost("/api/agreement/representatives"), Gives<NameRepresentative>]
    public static Task<IResult> Post(Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<NameRepresentative, Agreement>(Agreement.TheId, "/api/agreement", async d =>
            new NameRepresentative(body.Person, body.From).Decide(d.State, await d.Work.Fold<Person>(body.Person, token), d.By, d.Today), token);
}
