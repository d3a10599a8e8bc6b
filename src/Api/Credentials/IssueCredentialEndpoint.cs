using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Issues the credential of a decision; asked again it answers the same credential.</summary>
public static class IssueCredentialEndpoint
{
    /// <summary>Carry out a decision.</summary>
    [WolverinePost("/api/decisions/{decisionId:guid}/credential"), Gives<IssueCredential>]
    public static Task<IResult> Post(Guid decisionId, Recorder recorder, CredentialIssuing issuing, CancellationToken token)
    {
        var command = new IssueCredential(decisionId, issuing.Test);
        return recorder.Record<IssueCredential, Credential>(command.Id, $"/api/credentials/{command.Id}", d => issuing.Decide(d, command, token), token);
    }
}
