using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>A difficulty that the three parties consider together.</summary>
/// <param name="Id">The dispute.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it is about.</param>
/// <param name="RaisedBy">Code of the party that raised it.</param>
/// <param name="Views">How the parties see it.</param>
/// <param name="SettledBy">The proposal that settled it; null while it lasts.</param>
public sealed record DisputesView(Guid Id, string Title, string Text, string RaisedBy, IReadOnlyList<DisputesView.PartyView> Views, Guid? SettledBy)
{
    /// <summary>How one party sees it.</summary>
    public sealed record PartyView(string Party, string View);

    /// <summary>Show every dispute, in the order of raising.</summary>
    [WolverineGet("/api/agreement/disputes"), SignedIn]
    public static Task<IResult> Get(Viewer viewer, CancellationToken token) =>
        viewer.State<Agreement>(Agreement.TheId, Agreement.Missing, a => (object)a.Disputes.Select(Of).ToArray(), token);

    private static DisputesView Of(Dispute d) =>
        new(d.Id, d.Raised.Title, d.Raised.Text, d.Raised.Party, [.. d.Views.Select(v => new PartyView(v.Party, v.View))], d.Settled?.Proposal);
}
