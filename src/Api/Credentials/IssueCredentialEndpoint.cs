using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Writing;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Issues the credential of a decision; asked again it answers the same credential.</summary>
public static class IssueCredentialEndpoint
{
    /// <summary>Carry out a decision.</summary>
    [WolverinePost("/api/decisions/{decisionId:guid}/credential"), Gives<IssueCredential>]
    public static async Task<IResult> Post(Guid decisionId, Recorder recorder, UnitOfWork work, CredentialIssuing issuing, CancellationToken token)
    {
        if (await work.Fold<Decision>(decisionId, token) is not { Decided: var decided }) return Problem.Of(Decision.Missing);
        var (command, id) = (new IssueCredential(decisionId, issuing.Test), Credential.IdOf(decided));
        return await recorder.Record<IssueCredential, Credential>(id, $"/api/credentials/{id}", d => issuing.Decide(d, command, token), token);
    }
}
