using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Every certification scheme.</summary>
public sealed partial class SchemesPage
{
    /// <summary>The schemes.</summary>
    [Parameter, EditorRequired] public required SchemesView View { get; set; }

    /// <summary>Show them.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages, EventReader events, CancellationToken token) =>
        pages.Over<SchemesView>(SchemesView.Get(events, token), view => pages.Show<SchemesPage>(new() { [nameof(View)] = view }));
}
