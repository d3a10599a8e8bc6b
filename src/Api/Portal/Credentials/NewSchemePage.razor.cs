using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Framework;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Where whoever keeps schemes establishes one: from nothing, on a framework version that is chosen first, or after another one, which then fills the form in.</summary>
public sealed partial class NewSchemePage
{
    private static readonly string[] Fields = ["code", "titleTh", "titleEn", "unit", "from", "validityMonths", "requirements", "renewal", "issuers", "marks"];

    /// <summary>For whom the visitor establishes it.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>The framework versions, while none is chosen.</summary>
    [Parameter] public IReadOnlyList<string> Frameworks { get; set; } = [];

    /// <summary>What it can name; null while no framework version is chosen.</summary>
    [Parameter] public SchemeChoices? Choices { get; set; }

    /// <summary>What was entered, or is as in the scheme before.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [Gives<EstablishScheme>]
    public static async Task<IResult> Get(string? framework, Guid? after, HttpContext http, Pages pages, Viewer viewer, EventReader events, CancellationToken token)
    {
        if (after is { } before)
            return await pages.Over<SchemeView>(SchemeView.Get(before, viewer, token), scheme => Show(SchemeForm.After(scheme), scheme.Framework, null, http, pages, viewer, events, token));
        if (framework is { Length: > 0 }) return await Show(Entered.Nothing, framework, null, http, pages, viewer, events, token);
        return await pages.Over<FrameworksView>(FrameworksView.Get(events, token), view => pages.Show<NewSchemePage>(new()
        {
            [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
            [nameof(Frameworks)] = view.Frameworks.Select(f => f.Framework).Reverse().ToArray(),
        }));
    }

    /// <summary>Establish it, or make room for another requirement and record nothing.</summary>
    [Gives<EstablishScheme>, Form]
    public static async Task<IResult> Establish(HttpContext http, Pages pages, Viewer viewer, EventReader events, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var framework = entered.Text("framework");
        if (entered.Text("more").Length > 0) return await Show(entered, framework, null, http, pages, viewer, events, token);
        var (body, fault) = SchemeForm.In(entered);
        var recorded = body is null || entered.Id("scheme") is not { } scheme || scheme == Guid.Empty ? Entered.Refuse(fault) : EstablishSchemeEndpoint.Put(scheme, body, recorder, token);
        return await pages.Done(recorded, $"/schemes/{entered.Id("scheme")}", "schemes.was-established", refused => Show(entered, framework, refused, http, pages, viewer, events, token));
    }

    private static async Task<IResult> Show(Entered entered, string framework, RefusedRequest? refused, HttpContext http, Pages pages, Viewer viewer, EventReader events, CancellationToken token) =>
        await SchemeChoices.Of(framework, viewer, events, token) is not { } choices ? Problem.Of(FrameworkVersion.Missing) : await pages.Show<NewSchemePage>(new()
        {
            [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
            [nameof(Choices)] = choices,
            [nameof(Entered)] = entered,
            [nameof(Refused)] = refused,
        }, refused?.Status ?? StatusCodes.Status200OK);

    // Those that may decide today, and those that were named before though they may no more.
    private IEnumerable<string> Issuers => Visitor.OrganisationsFor(Duties.DecideCertification).Union(Entered.All("issuers")).Order(StringComparer.Ordinal);
}
