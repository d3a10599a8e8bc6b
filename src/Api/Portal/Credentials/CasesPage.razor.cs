using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Notices and appeals that wait, for who decides on them; and the way to a credential by its number.</summary>
public sealed partial class CasesPage
{
    /// <summary>The cases.</summary>
    [Parameter, EditorRequired] public required CasesView View { get; set; }

    /// <summary>A number that was refused.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>Show them; that the list was shown is recorded.</summary>
    [Serves<DecideRevocation>]
    public static Task<IResult> Get(HttpContext http, Pages pages, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token) =>
        Show(null, http, pages, viewer, events, clock, token);

    /// <summary>Go to the credential of a number, which stands in no address.</summary>
    [Serves<DecideRevocation>, Form]
    public static async Task<IResult> Find(HttpContext http, Pages pages, Viewer viewer, EventReader events, Documents documents, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        if (CheckCodes.NumberIn(entered.Text("number")) is not { } number) return await Again(NumberAnswers.Malformed);
        return await documents.Numbered(number, token) is { } credential ? Pages.GoTo($"/credentials/{credential}") : await Again(Credential.Missing);

        Task<IResult> Again(Domain.Kernel.Rejection why) => Show(new("number", (RefusedRequest)Problem.Of(why), entered), http, pages, viewer, events, clock, token);
    }

    private static Task<IResult> Show(Attempt? last, HttpContext http, Pages pages, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token) =>
        pages.Over<CasesView>(CasesView.Get(http, viewer, events, clock, token), view =>
            pages.Show<CasesPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));

    private string Name(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
