using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Home;

/// <summary>The first page: what this is, where to go on, and what awaits whoever is signed in.</summary>
public sealed partial class HomePage
{
    /// <summary>The visitor's own credentials.</summary>
    [Parameter] public IReadOnlyList<HeldCredentialsView.Held> Held { get; set; } = [];

    /// <summary>Show it.</summary>
    [Open]
    public static async Task<IResult> Get(Pages pages, Visitor visitor, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token) =>
        visitor.Principal is { Id: var me } && Pages.ValueOf<HeldCredentialsView>(await HeldCredentialsView.Get(me, viewer, events, clock, token)) is { } view
            ? await pages.Show<HomePage>(new() { [nameof(Held)] = view.Credentials }) : await pages.Show<HomePage>();
}
