using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>The picture of a work, byte for byte as it was registered.</summary>
public static class PictureView
{
    /// <summary>No picture of the work is kept.</summary>
    public static readonly Rejection Missing = new("picture.missing", RejectionKind.Missing, "work");

    /// <summary>Show a work's picture.</summary>
    [WolverineGet("/api/works/{workId:guid}/picture"), SignedIn]
    public static async Task<IResult> Get(Guid workId, EventReader events, WorkPictures pictures, CancellationToken token)
    {
        if (await events.Fold<Work>(workId, token) is not { } work) return Problem.Of(Work.Missing);
        return work.Registered.Sha256 is { } sha256 && await pictures.Read(sha256, token) is { } file ? Results.Bytes(file, "image/png") : Problem.Of(Missing);
    }
}
