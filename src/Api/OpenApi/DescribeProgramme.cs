using CredentialLedger.Domain.Governance;
using CredentialLedger.Projections.Authority;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CredentialLedger.Api.OpenApi;

/// <summary>Puts the three parties' notice (clause 6) into the API's description, and so on its public page.</summary>
public sealed class DescribeProgramme(AuthorityCache authority) : IOpenApiDocumentTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if ((await authority.Current(cancellationToken)).Agreement is not { } agreement) return;
        var notice = ThreePartyNotice.Of(agreement);
        document.Info.Description = $"{notice.Th}\n\n{notice.En}";
    }
}
