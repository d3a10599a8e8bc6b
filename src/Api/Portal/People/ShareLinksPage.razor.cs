using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Where holders make links to their credentials, take them back, and see who looked.</summary>
public sealed partial class ShareLinksPage
{
    /// <summary>The links.</summary>
    [Parameter, EditorRequired] public required ShareLinksView View { get; set; }

    /// <summary>The new link's id, the same when the form is sent again.</summary>
    [Parameter] public Guid New { get; set; } = Guid.NewGuid();

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    private ShareScope Scope => Entered.Choice<ShareScope>("scope") ?? ShareScope.Least;

    /// <summary>Show them.</summary>
    [OwnOr<MakeShareLink>]
    public static Task<IResult> Get(Guid personId, Pages pages, EventReader events, Documents documents, ShareSecrets secrets, Sealer sealer, TimeProvider clock, CancellationToken token) =>
        pages.Over<ShareLinksView>(ShareLinksView.Get(personId, events, documents, secrets, sealer, clock, token), view => pages.Show<ShareLinksPage>(new() { [nameof(View)] = view }));

    /// <summary>Make one.</summary>
    [OwnOr<MakeShareLink>, Form]
    public static async Task<IResult> Make(Guid personId, Guid linkId, HttpContext http, Pages pages, Recorder recorder, EventReader events, Documents documents, ShareSecrets secrets, Sealer sealer, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = (entered.Id("credential"), entered.Choice<ShareScope>("scope"), entered.Day("until")) is ({ } credential, { } scope, { } until)
            ? MakeShareLinkEndpoint.Put(personId, linkId, new(credential, scope, until), recorder, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/people/{personId}/share-links", "share.was-made", refused =>
            pages.Over<ShareLinksView>(ShareLinksView.Get(personId, events, documents, secrets, sealer, clock, token), view =>
                pages.Show<ShareLinksPage>(new() { [nameof(View)] = view, [nameof(New)] = linkId, [nameof(Entered)] = entered, [nameof(Refused)] = refused }, refused.Status)));
    }

    /// <summary>Take one back.</summary>
    [OwnOr<WithdrawShareLink>, Form]
    public static Task<IResult> Withdraw(Guid personId, Guid linkId, Pages pages, Recorder recorder, CancellationToken token) =>
        pages.Done(WithdrawShareLinkEndpoint.Post(personId, linkId, recorder, token), $"/people/{personId}/share-links", "share.was-withdrawn", Task.FromResult<IResult>);

    private string ScopeWords(ShareScope scope) => L[scope switch { ShareScope.Least => "share.scope-least", ShareScope.Name => "share.scope-name", _ => "share.scope-document" }];
}
