using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>What was proposed to the three parties, and who signed it: persons by their ids alone.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Standing"><c>open</c>, <c>in-effect</c> or <c>withdrawn</c>.</param>
/// <param name="Kind">What is proposed: <c>amendment</c>, <c>termination</c> ...</param>
/// <param name="Party">Code of the party that proposed it.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="Content">What exactly.</param>
/// <param name="Signatures">Those given and not taken back.</param>
public sealed record ProposalsView(Guid Id, string Standing, string Kind, string Party, Guid ProposedBy, object Content, IReadOnlyList<Signature> Signatures)
{
    /// <summary>Show everything that was ever proposed, in the order of proposing.</summary>
    [WolverineGet("/api/agreement/proposals"), SignedIn]
    public static Task<IResult> Get(Viewer viewer, CancellationToken token) =>
        viewer.State<Agreement>(Agreement.TheId, Agreement.Missing, a => (object)a.Proposals.Select(Of).ToArray(), token);

    private static ProposalsView Of(Proposal p) => new(p.Id, p.Effect is not null ? "in-effect" : p.Open ? "open" : "withdrawn", KindOf(p.Content), p.Content.Party, p.Content.ProposedBy, p.Content, p.Signatures);

    private static string KindOf(IProposed content) => content switch
    {
        AmendmentProposed => "amendment",
        TerminationProposed => "termination",
        SuccessionProposed => "succession",
        AuditorProposed => "auditor",
        AuditorDismissalProposed => "auditor-dismissal",
        ArrangementProposed => "arrangement",
        SettlementProposed => "settlement",
        _ => throw new NotSupportedException($"{content.GetType().Name} has no kind: name it here."),
    };
}
