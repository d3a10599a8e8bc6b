using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Publicity;
using Wolverine.Http;

namespace CredentialLedger.Api.Publicity;

/// <summary>A publication as it was recorded.</summary>
public sealed record PublicationView(Guid Id, string Party, string TitleTh, string TitleEn, MaterialKind Kind, string Reference,
    string? Text, string? Sha256, string? Notice, DateOnly PublishedOn)
{
    /// <summary>No publication with that id is in the ledger; no verb asks for one.</summary>
    public static readonly Rejection Missing = new("publication.missing", RejectionKind.Missing, "publication");

    /// <summary>Show a publication.</summary>
    [WolverineGet("/api/publications/{publicationId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid publicationId, Viewer viewer, CancellationToken token) =>
        viewer.State<Publication>(publicationId, Missing, publication => Of(publication.Published), token);

    private static PublicationView Of(MaterialPublished p) => new(p.Publication, p.Party, p.TitleTh, p.TitleEn, p.Kind, p.Reference, p.Text, p.Sha256, p.Notice, p.PublishedOn);
}
