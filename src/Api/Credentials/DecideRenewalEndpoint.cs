using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records a certification body's decision to certify for another period, or not.</summary>
public static class DecideRenewalEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Ruling Ruling, ValueList<Guid>? Results = null, ValueList<Guid>? Completions = null, ValueList<Guid>? Awards = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Ruling.Granted, Completions: [new("e0000000-0000-4000-8000-000000000001")]);
    }

    /// <summary>Decide on what the holder shows anew; the decision's id follows from what is renewed and from that. It is carried out as any other.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/renewal"), Gives<DecideRenewal>]
    public static async Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, UnitOfWork work, CancellationToken token)
    {
        if (await work.Fold<Credential>(credentialId, token) is not { Issued: var issued } renewed) return Problem.Of(Credential.Missing);
        var command = new DecideRenewal(credentialId, body.Ruling, body.Results ?? [], body.Completions ?? [], body.Awards);
        var id = Decision.RenewalOf(issued.Decision, command.Results, command.Completions, command.Awards);
        return await recorder.Record<DecideRenewal, Decision>(id, $"/api/decisions/{id}", async d =>
        {
            var renewal = Credential.RenewalOf(issued.Decision);
            await d.Work.Load([renewal, issued.Scheme, issued.Person, .. command.Results, .. command.Completions, .. command.Awards ?? []], token);
            return command.Decide(d.State, renewed, await d.Work.Fold<Credential>(renewal, token), await d.Work.Fold<Scheme>(issued.Scheme, token), await d.Work.Fold<Person>(issued.Person, token),
                await d.Work.FoldAll<Result>(command.Results, token), await d.Work.FoldAll<Completion>(command.Completions, token), await d.Work.FoldAll<Award>(command.Awards ?? [], token), d.By, d.Today);
        }, token);
    }
}
