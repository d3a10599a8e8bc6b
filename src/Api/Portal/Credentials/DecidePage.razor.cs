using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Where a certification body begins to decide: under which scheme, and on whom. It goes on with what that person can show.</summary>
public sealed partial class DecidePage
{
    /// <summary>For whom the visitor decides.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>The schemes under which that body may decide.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<SchemeView> Schemes { get; set; }

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [Gives<DecideCertification>]
    public static Task<IResult> Get(HttpContext http, Pages pages, EventReader events, CancellationToken token) => Show(Entered.Nothing, null, http, pages, events, token);

    /// <summary>Go on with the person.</summary>
    [Gives<DecideCertification>, Form]
    public static async Task<IResult> Choose(HttpContext http, Pages pages, EventReader events, CancellationToken token)
    {
        var entered = await Entered.In(http);
        return (entered.Id("scheme"), entered.Id("person")) is ({ } scheme, { } person)
            ? Pages.GoTo($"/people/{person}/evidence?scheme={scheme}") : await Show(entered, (RefusedRequest)Problem.Of(Entered.Unreadable), http, pages, events, token);
    }

    private static async Task<IResult> Show(Entered entered, RefusedRequest? refused, HttpContext http, Pages pages, EventReader events, CancellationToken token)
    {
        var body = http.Features.GetRequiredFeature<Actor>().Organisation;
        return await pages.Over<SchemesView>(SchemesView.Get(events, token), view => pages.Show<DecidePage>(new()
        {
            [nameof(For)] = body,
            [nameof(Schemes)] = view.Schemes.Where(s => s.Issuers.Contains(body)).ToArray(),
            [nameof(Entered)] = entered,
            [nameof(Refused)] = refused,
        }, refused?.Status ?? StatusCodes.Status200OK));
    }
}
