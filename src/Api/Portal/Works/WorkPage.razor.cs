using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal.Shell;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Works;

/// <summary>One work, logo or mark: whose it is, its picture, and who may use it where; whoever keeps its party's works brings the picture, and whoever grants permits grants one or takes it back.</summary>
public sealed partial class WorkPage
{
    private const string OfPicture = "picture", OfPermit = "permit";
    private static readonly string[] Fields = ["picture", "user", "purpose", "places", "from", "until", "reference", Understood.Field];

    /// <summary>The work.</summary>
    [Parameter, EditorRequired] public required Work Work { get; set; }

    /// <summary>Whether its picture is kept.</summary>
    [Parameter, EditorRequired] public required bool HasPicture { get; set; }

    /// <summary>What was asked last and refused.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid workId, Pages pages, EventReader events, WorkPictures pictures, CancellationToken token) => Show(workId, null, pages, events, pictures, token);

    /// <summary>Its picture itself.</summary>
    [SignedIn]
    public static Task<IResult> Picture(Guid workId, EventReader events, WorkPictures pictures, CancellationToken token) => PictureView.Get(workId, events, pictures, token);

    /// <summary>Bring its picture.</summary>
    [Gives<KeepPicture>, Form]
    public static Task<IResult> Bring(Guid workId, HttpContext http, Pages pages, EventReader events, WorkPictures pictures, Recorder recorder, CancellationToken token) =>
        Act(workId, OfPicture, "works.was-brought", http, pages, events, pictures, _ => KeepPictureEndpoint.Put(workId, http.Request, recorder, pictures, token), token);

    /// <summary>Permit a use of it.</summary>
    [Gives<PermitUse>, Form]
    public static Task<IResult> Permit(Guid workId, HttpContext http, Pages pages, EventReader events, WorkPictures pictures, Recorder recorder, CancellationToken token) =>
        Act(workId, OfPermit, "works.was-permitted", http, pages, events, pictures, entered => (entered.Id("permit"), entered.Day("from"), entered.Day("until")) switch
        {
            (null, _, _) => Portal.Entered.Refuse(),
            _ when entered.All("places").Any(p => Portal.Entered.Member<PlaceOfUse>(p) is null) => Portal.Entered.Refuse("places"),
            (_, null, _) => Portal.Entered.Refuse("from"),
            (_, _, null) => Portal.Entered.Refuse("until"),
            ({ } permit, { } from, { } until) => PermitUseEndpoint.Put(workId, permit,
                new(entered.Text("user"), entered.Text("purpose"), [.. entered.All("places").Select(Enum.Parse<PlaceOfUse>)], from, until, entered.Text("reference")), recorder, token),
        }, token);

    /// <summary>Take a permission back.</summary>
    [Gives<RevokePermit>, Form]
    public static Task<IResult> Revoke(Guid workId, Guid permitId, HttpContext http, Pages pages, EventReader events, WorkPictures pictures, Recorder recorder, CancellationToken token) =>
        Act(workId, RevocationOf(permitId), "works.was-revoked", http, pages, events, pictures, entered => Understood.Ticked(entered)
            ? RevokePermitEndpoint.Post(workId, permitId, new(entered.Text("reference")), recorder, token) : Portal.Entered.Refuse(Understood.Field), token);

    private static async Task<IResult> Act(Guid id, string form, string done, HttpContext http, Pages pages, EventReader events, WorkPictures pictures, Func<Entered, Task<IResult>> record, CancellationToken token)
    {
        var entered = await Portal.Entered.In(http);
        return await pages.Done(record(entered), $"/works/{id}", done, refused => Show(id, new(form, refused, entered), pages, events, pictures, token));
    }

    private static async Task<IResult> Show(Guid id, Attempt? last, Pages pages, EventReader events, WorkPictures pictures, CancellationToken token)
    {
        if (await events.Fold<Work>(id, token) is not { } work) return Problem.Of(Work.Missing);
        var kept = work.Registered.Sha256 is { } sha256 && await pictures.Read(sha256, token) is not null;
        return await pages.Show<WorkPage>(new() { [nameof(Work)] = work, [nameof(HasPicture)] = kept, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK);
    }

    private WorkView View => WorkView.Of(Work);

    private static string RevocationOf(Guid permit) => $"revocation-{permit}";

    // The deciders say who may: to bring the picture, if a file was registered to bring; to permit what would be a good permit; to take one back that is in force or will be.
    private string? Keeper => Who(Duties.KeepWorks, by => new KeepPicture(View.Sha256 ?? "").Decide(Work, Visitor.Agreement, by));

    private string? Granter => Who(Duties.GrantPermits, by => new PermitUse(Guid.Empty, by.Organisation, "-", [PlaceOfUse.Other], Visitor.Today, Visitor.Today, "-").Decide(Work, Visitor.Agreement, by));

    private string? Revoker(WorkView.PermitShown permit) => permit.RevokedFrom is not null || permit.Until < Visitor.Today ? null
        : Who(Duties.GrantPermits, by => new RevokePermit(permit.Id, "-").Decide(Work, Visitor.Agreement, by, Visitor.Today));

    private string? Who(Duty duty, Func<Actor, Outcome> decide) => Visitor.Entitled.Where(by => by.Duty == duty.Code).FirstOrDefault(by => decide(by).Rejection is null)?.Organisation;

    // What was refused stays with what was entered, though it would be offered no more.
    private string? Asked(string form) => Last?.Form == form ? Last.Entered.Text(PortalForms.For) : null;

    private Entered Entered(string form) => Last?.Form == form ? Last.Entered : Portal.Entered.Nothing;

    // Owners need no permit.
    private IEnumerable<string> Users => Visitor.Organisations.Where(o => Visitor.Agreement is not { } agreement || !Work.IsOwnedBy(o, agreement));

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);

    private string Days(WorkView.PermitShown permit) => permit.RevokedFrom is { } revoked
        ? L["works.days-revoked", L.Of(permit.From), L.Of(permit.Until), L.Of(revoked)] : L["works.days", L.Of(permit.From), L.Of(permit.Until)];
}
