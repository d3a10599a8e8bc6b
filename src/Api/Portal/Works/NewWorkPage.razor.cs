using CredentialLedger.Api.Http;
using CredentialLedger.Api.Verification;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Works;

/// <summary>Where whoever keeps a party's works registers one: what the party brings in, or what was made together by an agreement of all three.</summary>
public sealed partial class NewWorkPage
{
    /// <summary>The file that was sent has another digest than the one that was entered beside it.</summary>
    public static readonly Rejection OtherDigest = new("work.other-digest", RejectionKind.Invalid, "sha256");

    private static readonly string[] Fields = ["titleTh", "titleEn", "kind", "arrangement", "document", "sha256"];

    /// <summary>For whom the visitor registers it.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>The digest that was entered, or is that of the file that was sent: nobody chooses it twice.</summary>
    [Parameter] public string Sha256 { get; set; } = "";

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [Gives<RegisterWork>]
    public static Task<IResult> Get(HttpContext http, Pages pages) => Show(Entered.Nothing, "", null, http, pages);

    /// <summary>Register it; of a file only its digest is kept.</summary>
    [Gives<RegisterWork>, Form]
    public static async Task<IResult> Register(HttpContext http, Pages pages, EventReader events, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var several = await Upload.HasSeveral(http.Request, token);
        var digest = !several && http.Request.Form.Files.Count > 0 && await Upload.Read(http.Request, token) is { } file ? WorkPictures.DigestOf(file) : null;
        var (sha256, arrangement) = (entered.Text("sha256").ToLowerInvariant(), entered.Id("arrangement"));
        // Which work was made together, its agreement says.
        var work = arrangement is null ? entered.Id("work") : CaseByCase.Work(await events.Fold<Agreement>(Agreement.TheId, token), arrangement)?.Work ?? entered.Id("work");
        var recorded = (work, entered.Choice<WorkKind>("kind")) switch
        {
            (null, _) => Entered.Refuse(),
            (_, null) => Entered.Refuse("kind"),
            _ when arrangement is null && entered.Text("arrangement").Length > 0 => Entered.Refuse("arrangement"),
            _ when several => Task.FromResult(Problem.Of(Upload.SeveralFiles)),
            _ when digest is not null && sha256.Length > 0 && sha256 != digest => Task.FromResult(Problem.Of(OtherDigest)),
            ({ } id, { } kind) => RegisterWorkEndpoint.Put(id, new(entered.Text("titleTh"), entered.Text("titleEn"), kind, arrangement is null ? WorkOrigin.BroughtIn : WorkOrigin.JointlyMade,
                arrangement, digest ?? (sha256.Length > 0 ? sha256 : null)), recorder, token),
        };
        return await pages.Done(recorded, $"/works/{work}", "works.was-registered", refused => Show(entered, sha256.Length > 0 ? sha256 : digest ?? "", refused, http, pages));
    }

    private static Task<IResult> Show(Entered entered, string sha256, RefusedRequest? refused, HttpContext http, Pages pages) => pages.Show<NewWorkPage>(new()
    {
        [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
        [nameof(Entered)] = entered,
        [nameof(Sha256)] = sha256,
        [nameof(Refused)] = refused,
    }, refused?.Status ?? StatusCodes.Status200OK);

    private IEnumerable<ArrangementMade> Arrangements => Visitor.Agreement?.Arrangements.Where(a => a.Work is not null) ?? [];

    private string Owners(WorkArrangement arranged) => string.Join(", ", arranged.Owners.Select(o => NameOf(o.Party)));

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
