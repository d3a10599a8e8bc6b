using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Confidences;
using Wolverine.Http;

namespace CredentialLedger.Api.Confidences;

/// <summary>That information is confidential, how secret, and whose: nothing else of it, nor to whom it was disclosed.</summary>
public sealed record ConfidenceView(Guid Id, string Title, SecrecyClass Class, string Owner)
{
    /// <summary>Show that information is confidential.</summary>
    [WolverineGet("/api/confidences/{confidenceId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid confidenceId, Viewer viewer, CancellationToken token) =>
        viewer.State<Confidence>(confidenceId, Confidence.Missing, known => Of(known.Classified), token);

    private static ConfidenceView Of(InformationClassified c) => new(c.Confidence, c.Title, c.Class, c.Owner);
}
