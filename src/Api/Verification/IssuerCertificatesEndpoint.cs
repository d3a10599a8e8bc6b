using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the certificates of an issuer.</summary>
public static class IssuerCertificatesEndpoint
{
    /// <summary>The certificates of the keys that the issuer signs with, and those above them without the root, in PEM (RFC 8555, section 9.1).</summary>
    [WolverineGet("/issuers/{issuer}/chain.pem"), Open]
    public static Task<IResult> Get(string issuer, IssuerMetadata metadata, HttpResponse response, CancellationToken token) =>
        metadata.Answer(issuer, "application/pem-certificate-chain",
            keys => string.Concat(keys.Where(k => !k.IsCompromised && k.Key.Until is null).SelectMany(k => k.Chain).Select(c => c.ExportCertificatePem() + "\n")), response, token);
}
