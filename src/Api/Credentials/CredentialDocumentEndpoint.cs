using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives out the signed document of a credential, byte for byte as it was signed.</summary>
public static class CredentialDocumentEndpoint
{
    /// <summary>The document in a format; <c>xml</c> is the only one yet.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}/document"), Personal]
    public static async Task<IResult> Get(Guid credentialId, string? format, Viewer viewer, Documents documents, CancellationToken token)
    {
        if (await viewer.Refusal(await documents.HolderOf(credentialId, token), Credential.Missing, token) is { } refusal) return refusal;
        if (format is not (null or "" or "xml")) return Problem.Of(StatusCodes.Status406NotAcceptable, "credential.unknown-format", "format");
        return await documents.Read(credentialId, token) is { } document
            ? Results.File(document, "application/xml", $"{credentialId}.xml")
            : Problem.Of(Credential.Missing);
    }
}
