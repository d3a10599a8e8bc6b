using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Microsoft.AspNetCore.Components;
using Npgsql;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>The batches that a body ordered last.</summary>
public sealed partial class BatchesPage
{
    /// <summary>The batches.</summary>
    [Parameter, EditorRequired] public required BatchesView View { get; set; }

    /// <summary>Show them.</summary>
    [Serves<OrderBatch>]
    public static Task<IResult> Get(HttpContext http, Pages pages, NpgsqlDataSource database, CancellationToken token) =>
        pages.Over<BatchesView>(BatchesView.Get(http, database, token), view => pages.Show<BatchesPage>(new() { [nameof(View)] = view }));
}
