using CredentialLedger.Api.Audit;
using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Audit.Findings;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Audit;

/// <summary>The findings for the anti-corruption review, where auditors choose what to look at.</summary>
public sealed partial class FindingsPage
{
    /// <summary>The findings.</summary>
    [Parameter, EditorRequired] public required FindingsView View { get; set; }

    /// <summary>What was asked for.</summary>
    [Parameter, EditorRequired] public required Entered Asked { get; set; }

    /// <summary>Show it.</summary>
    [Audits]
    public static Task<IResult> Get(HttpContext http, Pages pages, Viewer viewer, CurrentFindings findings, CancellationToken token)
    {
        var asked = new Entered(new FormCollection(http.Request.Query.ToDictionary()));
        if (asked.HasBadDay("from") || asked.HasBadDay("to") || asked.Text("person").Length > 0 && asked.Id("person") is null) return Entered.Refuse();
        var answer = FindingsView.Get(asked.Text("rule"), asked.Id("person"), asked.Day("from"), asked.Day("to"), asked.Text("state"), http, viewer, findings, token);
        return pages.Over<FindingsView>(answer, view => pages.Show<FindingsPage>(new() { [nameof(View)] = view, [nameof(Asked)] = asked }));
    }
}
