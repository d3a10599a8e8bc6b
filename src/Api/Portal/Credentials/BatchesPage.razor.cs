using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>The batches that a body ordered last.</summary>
public sealed partial class BatchesPage
{
    /// <summary>The batches.</summary>
    [Parameter, EditorRequired] public required BatchesView View { get; set; }

    /// <summary>Show them.</summary>
    [Serves<OrderBatch>]
    public static Task<IResult> Get(HttpContext http, Pages pages, BatchSummaries batches, CancellationToken token) =>
        pages.Over<BatchesView>(BatchesView.Get(http, batches, token), view => pages.Show<BatchesPage>(new() { [nameof(View)] = view }));
}
