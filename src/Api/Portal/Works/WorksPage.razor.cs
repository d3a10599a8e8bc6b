using CredentialLedger.Api.Http;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Works;

/// <summary>Every registered work, logo and mark, whose it is, and how many may use it today.</summary>
public sealed partial class WorksPage
{
    /// <summary>The works.</summary>
    [Parameter, EditorRequired] public required WorksView View { get; set; }

    /// <summary>Show them.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages, EventReader events, CancellationToken token) =>
        pages.Over<WorksView>(WorksView.Get(events, token), view => pages.Show<WorksPage>(new() { [nameof(View)] = view }));

    // Only a party registers works.
    private string[] Keepers => [.. Visitor.For(Duties.KeepWorks).Where(o => Visitor.Agreement?.Party(o) is not null)];

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
