using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives out the signed document of a credential, byte for byte as it was signed but for the log proofs that no signature covers.</summary>
public static class CredentialDocumentEndpoint
{
    /// <summary>The document in a format; <c>xml</c> is the only one yet.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}/document"), Personal("credential-document")]
    public static async Task<IResult> Get(Guid credentialId, string? format, Viewer viewer, Documents documents, ProvenDocuments proven, CancellationToken token) =>
        await viewer.Open(await documents.HolderOf(credentialId, token), credentialId, Credential.Missing, async () =>
            format is not (null or "" or "xml") ? Problem.Of(StatusCodes.Status406NotAcceptable, "credential.unknown-format", "format")
            : await documents.Read(credentialId, token) is { } document ? Results.File(await proven.Prove(credentialId, document, token), "application/xml", $"{credentialId}.xml")
            : Problem.Of(StatusCodes.Status410Gone, "credential.holder-erased"), token);
}
