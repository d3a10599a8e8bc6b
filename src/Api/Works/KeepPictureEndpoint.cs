using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Keeps the picture of a work, as of a logo that certificates show (docs/design/0039-marks-on-paper.md).</summary>
public static class KeepPictureEndpoint
{
    /// <summary>The body is the file itself, a PNG whose SHA-256 was registered with the work. Nothing is recorded, for nothing is new: any number of times.</summary>
    [WolverinePut("/api/works/{workId:guid}/picture"), Gives<KeepPicture>]
    public static async Task<IResult> Put(Guid workId, HttpRequest request, Recorder recorder, WorkPictures pictures, CancellationToken token)
    {
        if (await Upload.HasSeveral(request, token)) return Problem.Of(Upload.SeveralFiles with { Field = "picture" });
        if (await Upload.Read(request, token) is not { } file) return Problem.Of(PictureFile.NotPng);
        var sha256 = WorkPictures.DigestOf(file);
        return await recorder.Record<KeepPicture, Work>(workId, $"/api/works/{workId}/picture", async d =>
        {
            var outcome = new KeepPicture(sha256).Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By);
            if (outcome.Rejection is not null) return outcome;
            if (PictureFile.Refusal(file) is { } unfit) return unfit;
            await pictures.Keep(sha256, file, token);
            return outcome;
        }, token);
    }
}
