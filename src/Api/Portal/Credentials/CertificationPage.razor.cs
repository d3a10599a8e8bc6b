using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>The decisions of a body that wait for a credential; who issues for it issues one, or orders many.</summary>
public sealed partial class CertificationPage
{
    /// <summary>The decisions.</summary>
    [Parameter, EditorRequired] public required WaitingDecisionsView View { get; set; }

    /// <summary>After which place in the ledger the list begins; null at the beginning.</summary>
    [Parameter] public long? After { get; set; }

    /// <summary>Whether all that are shown are chosen beforehand.</summary>
    [Parameter] public bool All { get; set; }

    /// <summary>What was refused last: the order, or the credential of the decision that it names.</summary>
    [Parameter] public Attempt? Last { get; set; }

    private Entered Entered => Last?.Entered ?? Entered.Nothing;

    private ValueList<Guid> Chosen => Entered.Ids("decision") ?? [];

    /// <summary>Show them; that the list was shown is recorded.</summary>
    [Serves<IssueCredential>]
    public static Task<IResult> Get(long? after, string? all, HttpContext http, Pages pages, Viewer viewer, WaitingDecisions waiting, CancellationToken token) =>
        Show(after, all == "yes", null, http, pages, viewer, waiting, token);

    /// <summary>Issue one.</summary>
    [Gives<IssueCredential>, Form]
    public static async Task<IResult> Issue(Guid decisionId, HttpContext http, Pages pages, Visitor visitor, Viewer viewer, WaitingDecisions waiting, Recorder recorder, UnitOfWork work, CredentialIssuing issuing, CancellationToken token)
    {
        await visitor.Know(token);
        var recorded = await IssueCredentialEndpoint.Post(decisionId, recorder, work, issuing, token);
        // Whoever issues may be somebody who reads no records.
        var to = visitor.For(Duties.ReadRecords).Length > 0 && Pages.ValueOf<Receipt>(recorded) is { Id: var credential } ? $"/credentials/{credential}" : "/certification";
        return await pages.Done(Task.FromResult(recorded), to, "certification.was-issued",
            refused => Show(null, false, new(decisionId.ToString(), refused, Entered.Nothing), http, pages, viewer, waiting, token));
    }

    /// <summary>Order a batch of those that were chosen and of those that were written down.</summary>
    [Gives<OrderBatch>, Form]
    public static async Task<IResult> Order(HttpContext http, Pages pages, Viewer viewer, WaitingDecisions waiting, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var batch = entered.Id("batch") ?? Guid.Empty;
        var recorded = entered.Ids("decision", "list") is { } decisions && batch != Guid.Empty ? OrderBatchEndpoint.Put(batch, new(decisions), recorder, token) : Entered.Refuse();
        return await pages.Done(recorded, $"/batches/{batch}", "certification.was-ordered", refused => Show(null, false, new("order", refused, entered), http, pages, viewer, waiting, token));
    }

    private static Task<IResult> Show(long? after, bool all, Attempt? last, HttpContext http, Pages pages, Viewer viewer, WaitingDecisions waiting, CancellationToken token) =>
        pages.Over<WaitingDecisionsView>(WaitingDecisionsView.Get(after, http, viewer, waiting, token), view => pages.Show<CertificationPage>(
            new() { [nameof(View)] = view, [nameof(After)] = after, [nameof(All)] = all, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));

    // Whoever issues for several bodies says for which; others need not.
    private string Acting(string sign) => Visitor.For(Duties.IssueCredentials).Length > 1 ? $"{sign}{PortalForms.For}={Uri.EscapeDataString(View.Body)}" : "";
}
