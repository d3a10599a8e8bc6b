using CredentialLedger.Api.Http;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Works;

/// <summary>One work, logo or mark: whose it is, its picture, and who may use it where; whoever keeps its party's works brings the picture.</summary>
public sealed partial class WorkPage
{
    private static readonly string[] Fields = ["picture"];

    /// <summary>The work.</summary>
    [Parameter, EditorRequired] public required Work Work { get; set; }

    /// <summary>Whether its picture is kept.</summary>
    [Parameter, EditorRequired] public required bool HasPicture { get; set; }

    /// <summary>Why a picture was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid workId, Pages pages, EventReader events, WorkPictures pictures, CancellationToken token) => Show(workId, null, pages, events, pictures, token);

    /// <summary>Its picture itself.</summary>
    [SignedIn]
    public static Task<IResult> Picture(Guid workId, EventReader events, WorkPictures pictures, CancellationToken token) => PictureView.Get(workId, events, pictures, token);

    /// <summary>Bring its picture.</summary>
    [Gives<KeepPicture>, Form]
    public static Task<IResult> Bring(Guid workId, HttpContext http, Pages pages, EventReader events, WorkPictures pictures, Recorder recorder, CancellationToken token) =>
        pages.Done(KeepPictureEndpoint.Put(workId, http.Request, recorder, pictures, token), $"/works/{workId}", "works.was-brought", refused => Show(workId, refused, pages, events, pictures, token));

    private static async Task<IResult> Show(Guid id, RefusedRequest? refused, Pages pages, EventReader events, WorkPictures pictures, CancellationToken token)
    {
        if (await events.Fold<Work>(id, token) is not { } work) return Problem.Of(Work.Missing);
        var kept = work.Registered.Sha256 is { } sha256 && await pictures.Read(sha256, token) is not null;
        return await pages.Show<WorkPage>(new() { [nameof(Work)] = work, [nameof(HasPicture)] = kept, [nameof(Refused)] = refused }, refused?.Status ?? StatusCodes.Status200OK);
    }

    private WorkView View => WorkView.Of(Work);

    // The decider says who may bring it, and whether a file was registered to bring.
    private string? Keeper => Visitor.Entitled.Where(by => by.Duty == Duties.KeepWorks.Code)
        .FirstOrDefault(by => new KeepPicture(View.Sha256 ?? "").Decide(Work, Visitor.Agreement, by).Rejection is null)?.Organisation;

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);

    private string Days(WorkView.PermitShown permit) => permit.RevokedFrom is { } revoked
        ? L["works.days-revoked", L.Of(permit.From), L.Of(permit.Until), L.Of(revoked)] : L["works.days", L.Of(permit.From), L.Of(permit.Until)];
}
