using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Privacy;

/// <summary>The requests to erase that wait for a decision, the most urgent first.</summary>
public sealed partial class OpenErasuresPage
{
    /// <summary>The requests.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<OpenErasuresView> Open { get; set; }

    /// <summary>Show it.</summary>
    [Serves<GrantErasure>]
    public static Task<IResult> Get(HttpContext http, Pages pages, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token) =>
        pages.Over<IReadOnlyList<OpenErasuresView>>(OpenErasuresView.Get(http, viewer, events, clock, token), open => pages.Show<OpenErasuresPage>(new() { [nameof(Open)] = open }));
}
