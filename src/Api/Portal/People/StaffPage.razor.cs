using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Whose posts report to a post that the reader holds today. That the list was shown is recorded.</summary>
public sealed partial class StaffPage
{
    /// <summary>The people.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<StaffView> Staff { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages, SignedIn signedIn, Viewer viewer, EventReader events, PersonKeys keys, TimeProvider clock, CancellationToken token) =>
        pages.Over<IReadOnlyList<StaffView>>(StaffView.Get(signedIn, viewer, events, keys, clock, token), staff => pages.Show<StaffPage>(new() { [nameof(Staff)] = staff }));

    private string LinkTo(StaffView person) => $"{L["past.open"]}: {(person.Name is { } name ? L.Of(name.Th, name.En ?? name.Th) : L["staff.erased"])}";
}
