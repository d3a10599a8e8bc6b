using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives out a signed credential: the document byte for byte as it was signed but for the log proofs that no signature covers, or a token, badge or certificate that says the same, signed on asking.</summary>
public static class CredentialDocumentEndpoint
{
    /// <summary>The document in a format: <c>xml</c>, <c>ob3</c> (an Open Badges 3.0 VC-JWT), <c>sd-jwt</c> (an SD-JWT VC), <c>png</c> (a picture with the open badge baked in) or <c>pdf</c> (a certificate with the document attached).</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}/document"), Personal("credential-document")]
    public static async Task<IResult> Get(Guid credentialId, string? format, Viewer viewer, Documents documents, ProvenDocuments proven, CredentialShapes shapes, CancellationToken token) =>
        await viewer.Open(await documents.HolderOf(credentialId, token), credentialId, Credential.Missing, async () =>
        {
            var shape = CredentialShapes.Named(format ?? "");
            if (shape is null && format is not (null or "" or "xml")) return NotOffered();
            if (await documents.Read(credentialId, token) is not { } document) return Problem.Of(StatusCodes.Status410Gone, "credential.holder-erased");
            if (shape is null) return Results.File(await proven.Prove(credentialId, document, token), "application/xml", $"{credentialId}.xml");
            return await shapes.Make(document, shape, token) is { } made ? Results.File(made, shape.MediaType, $"{credentialId}.{shape.Ending}") : NotOffered();
        }, token);

    private static IResult NotOffered() => Problem.Of(StatusCodes.Status406NotAcceptable, "credential.unknown-format", "format");
}
