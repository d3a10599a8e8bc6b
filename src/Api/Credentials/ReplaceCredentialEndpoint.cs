using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Replaces a credential whose holder has another name by now; asked again it answers the same replacement.</summary>
public static class ReplaceCredentialEndpoint
{
    /// <summary>Release another credential of the same decision and period in its place, with the name in force.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/replacement"), Gives<ReplaceCredential>]
    public static Task<IResult> Post(Guid credentialId, Recorder recorder, CredentialReplacing replacing, CancellationToken token)
    {
        var command = new ReplaceCredential(credentialId, replacing.Test);
        return recorder.Record<ReplaceCredential, Credential>(command.Id, $"/api/credentials/{command.Id}", d => replacing.Decide(d, command, token), token);
    }
}
