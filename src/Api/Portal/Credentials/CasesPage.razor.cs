using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
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
    public static Task<IResult> Get(long? after, HttpContext http, Pages pages, Viewer viewer, EventReader events, RowLists rows, TimeProvider clock, CancellationToken token) =>
        Show(after, null, http, pages, viewer, events, rows, clock, token);

    /// <summary>Go to the credential of a number, which stands in no address.</summary>
    [Serves<DecideRevocation>, Form]
    public static async Task<IResult> Find(HttpContext http, Pages pages, Viewer viewer, EventReader events, RowLists rows, Documents documents, TimeProvider clock, CancellationToken token)
    {
        var entered = await Entered.In(http);
        if (CheckCodes.NumberIn(entered.Text("number")) is not { } number) return await Again(NumberAnswers.Malformed);
        return await documents.Numbered(number, token) is { } credential ? Pages.GoTo($"/credentials/{credential}") : await Again(Credential.Missing);

        Task<IResult> Again(Rejection why) => Show(null, new("number", (RefusedRequest)Problem.Of(why), entered), http, pages, viewer, events, rows, clock, token);
    }

    private static Task<IResult> Show(long? after, Attempt? last, HttpContext http, Pages pages, Viewer viewer, EventReader events, RowLists rows, TimeProvider clock, CancellationToken token) =>
        pages.Over<CasesView>(CasesView.Get(after, http, viewer, events, rows, clock, token), view =>
            pages.Show<CasesPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));

    // Whoever revokes for several organisations says for which; others need not.
    private string Acting => Visitor.For(Duties.RevokeCredentials).Length > 1 ? $"&{PortalForms.For}={Uri.EscapeDataString(View.Organisation)}" : "";

    private string Name(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
