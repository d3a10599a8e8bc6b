using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Where a registrar records that a person has another name. It shows nothing of the person: to keep persons is no right to read records.</summary>
public sealed partial class NamePage
{
    /// <summary>For whom the visitor keeps persons.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>Whose name; null before somebody was chosen.</summary>
    [Parameter] public Guid? Person { get; set; }

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    private string Today => Visitor.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Ask whose name it is.</summary>
    [Gives<ChangeName>]
    public static Task<IResult> Ask(HttpContext http, Pages pages) => Show(null, Entered.Nothing, null, http, pages);

    /// <summary>Go on with the person.</summary>
    [Gives<ChangeName>, Form]
    public static async Task<IResult> Choose(HttpContext http, Pages pages)
    {
        var entered = await Entered.In(http);
        return entered.Id("person") is { } person ? Pages.GoTo($"/people/{person}/name") : await Show(null, entered, (RefusedRequest)Problem.Of(Entered.Unreadable), http, pages);
    }

    /// <summary>Show the form for a person.</summary>
    [Gives<ChangeName>]
    public static Task<IResult> Get(Guid personId, HttpContext http, Pages pages) => Show(personId, Entered.Nothing, null, http, pages);

    /// <summary>Record the name.</summary>
    [Gives<ChangeName>, Form]
    public static async Task<IResult> Change(Guid personId, HttpContext http, Pages pages, Recorder recorder, Sealer sealer, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Day("from") is { } from && EvidenceWords.In(entered) is { } evidence
            ? ChangeNameEndpoint.Put(personId, new(new PersonName(entered.Text("th"), entered.Text("en") is { Length: > 0 } en ? en : null), from, evidence), recorder, sealer, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/people/{personId}/name", "names.was-changed", refused => Show(personId, entered, refused, http, pages));
    }

    private static Task<IResult> Show(Guid? person, Entered entered, RefusedRequest? refused, HttpContext http, Pages pages) => pages.Show<NamePage>(new()
    {
        [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
        [nameof(Person)] = person,
        [nameof(Entered)] = entered,
        [nameof(Refused)] = refused,
    }, refused?.Status ?? StatusCodes.Status200OK);
}
