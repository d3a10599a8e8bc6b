using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>How far a batch is. It is looked at again by a link: a page that reloads itself takes readers by surprise (WCAG 2.2, 2.2.1).</summary>
public sealed partial class BatchPage
{
    private const int Most = 100;

    /// <summary>The batch.</summary>
    [Parameter, EditorRequired] public required BatchView View { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid batchId, Pages pages, WhoActs who, SignedIn signedIn, EventReader events, CancellationToken token) =>
        pages.Over<BatchView>(BatchView.Get(batchId, who, signedIn, events, token), view => pages.Show<BatchPage>(new() { [nameof(View)] = view }));
}
