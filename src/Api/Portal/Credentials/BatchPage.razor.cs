using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>How far a batch is. It is looked at again by a link: a page that reloads itself takes readers by surprise (WCAG 2.2, 2.2.1).</summary>
public sealed partial class BatchPage
{
    private const int Most = 100;

    /// <summary>The batch.</summary>
    [Parameter, EditorRequired] public required BatchView View { get; set; }

    /// <summary>The form that was refused last.</summary>
    [Parameter] public Attempt? Last { get; set; }

    private bool Issues => Visitor.For(Duties.IssueCredentials).Contains(View.Body);

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid batchId, Pages pages, WhoActs who, SignedIn signedIn, EventReader events, CancellationToken token) => Show(batchId, null, pages, who, signedIn, events, token);

    /// <summary>Go on with it in one's own name.</summary>
    [Gives<TakeOverBatch>, Form]
    public static Task<IResult> TakeOver(Guid batchId, Pages pages, WhoActs who, SignedIn signedIn, EventReader events, Recorder recorder, BatchIssuing issuing, CancellationToken token) =>
        pages.Done(TakeOverBatchEndpoint.Post(batchId, recorder, issuing, token), $"/batches/{batchId}", "certification.was-taken-over",
            refused => Show(batchId, new("take-over", refused, Entered.Nothing), pages, who, signedIn, events, token));

    /// <summary>Issue nothing more of it.</summary>
    [Gives<WithdrawBatch>, Form]
    public static Task<IResult> Withdraw(Guid batchId, Pages pages, WhoActs who, SignedIn signedIn, EventReader events, Recorder recorder, CancellationToken token) =>
        pages.Done(WithdrawBatchEndpoint.Post(batchId, recorder, token), $"/batches/{batchId}", "certification.was-withdrawn",
            refused => Show(batchId, new("withdraw", refused, Entered.Nothing), pages, who, signedIn, events, token));

    private static Task<IResult> Show(Guid batch, Attempt? last, Pages pages, WhoActs who, SignedIn signedIn, EventReader events, CancellationToken token) =>
        pages.Over<BatchView>(BatchView.Get(batch, who, signedIn, events, token),
            view => pages.Show<BatchPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));
}
