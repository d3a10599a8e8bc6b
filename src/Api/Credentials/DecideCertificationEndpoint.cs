using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records a certification body's decision.</summary>
public static class DecideCertificationEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Scheme, Guid Person, Ruling Ruling, ValueList<Guid> Results, ValueList<Guid>? Completions = null, ValueList<Guid>? Awards = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("b0000000-0000-4000-8000-000000000001"), new("a0000000-0000-4000-8000-000000000001"), Ruling.Granted, [new("f0000000-0000-4000-8000-000000000001")]);
    }

    /// <summary>Decide on stated evidence; the decision's id follows from scheme, person and evidence.</summary>
    [WolverinePost("/api/decisions"), Gives<DecideCertification>]
    public static Task<IResult> Post(Body body, Recorder recorder, CancellationToken token)
    {
        var command = new DecideCertification(body.Scheme, body.Person, body.Ruling, body.Results, body.Completions ?? [], body.Awards);
        return recorder.Record<DecideCertification, Decision>(command.Id, $"/api/decisions/{command.Id}", async d =>
        {
            await d.Work.Load([command.Scheme, command.Person, .. command.Results, .. command.Completions, .. command.Awards ?? []], token);
            return command.Decide(d.State, await d.Work.Fold<Scheme>(command.Scheme, token), await d.Work.Fold<Person>(command.Person, token),
                await d.Work.FoldAll<Result>(command.Results, token), await d.Work.FoldAll<Completion>(command.Completions, token), await d.Work.FoldAll<Award>(command.Awards ?? [], token), d.By, d.Today);
        }, token);
    }
}
