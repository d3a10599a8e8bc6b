using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Keeps the picture of a work, as of a logo that certificates show (docs/design/0039-marks-on-paper.md).</summary>
public static class KeepPictureEndpoint
{
    /// <summary>The file itself, a PNG whose SHA-256 was registered with the work; from who manages the rights. Records nothing, for nothing is new: any number of times.</summary>
    [WolverinePut("/api/works/{workId:guid}/picture"), Serves<RegisterWork>]
    public static async Task<IResult> Put(Guid workId, HttpRequest request, EventReader events, WorkPictures pictures, CancellationToken token)
    {
        if (await Upload.Read(request, token) is not { } file) return Problem.Of(PictureFile.NotPng);
        var (by, sha256) = (request.HttpContext.Features.Get<Actor>()!, WorkPictures.DigestOf(file));
        var refused = WorkPicture.Refusal(await events.Fold<Work>(workId, token), await events.Fold<Agreement>(Agreement.TheId, token), by, sha256);
        if ((refused ?? PictureFile.Refusal(file)) is { } rejection) return Problem.Of(rejection);
        return await pictures.Keep(sha256, file, token) ? Results.Created($"/api/works/{workId}/picture", null) : Results.NoContent();
    }
}
