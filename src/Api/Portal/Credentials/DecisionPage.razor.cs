using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>A decision on certification, and what came of it.</summary>
public sealed partial class DecisionPage
{
    /// <summary>The decision.</summary>
    [Parameter, EditorRequired] public required DecisionView View { get; set; }

    /// <summary>The scheme.</summary>
    [Parameter, EditorRequired] public required SchemeView Scheme { get; set; }

    /// <summary>Whether its credential was issued.</summary>
    [Parameter] public bool Issued { get; set; }

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal("decision-page")]
    public static Task<IResult> Get(Guid decisionId, Pages pages, Viewer viewer, Documents documents, CancellationToken token) => pages.Over<DecisionView>(DecisionView.Get(decisionId, viewer, token), async view =>
        await pages.Show<DecisionPage>(new()
        {
            [nameof(View)] = view,
            [nameof(Scheme)] = Pages.ValueOf<SchemeView>(await SchemeView.Get(view.Scheme, viewer, token)),
            [nameof(Issued)] = view.Credential is { } credential && await documents.HolderOf(credential, token) is not null,
        }));
}
