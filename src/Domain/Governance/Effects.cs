using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>What each kind of proposal does with the third signature, and what stands in its way: asked when it is proposed and again at every signature.</summary>
internal static class Effects
{
    /// <summary>Why it cannot take effect as things are, or null.</summary>
    public static Rejection? Obstacle(Agreement agreement, IProposed content, DateOnly today) => content switch
    {
        AmendmentProposed p => ProposeAmendment.Obstacle(agreement, p, today),
        TerminationProposed p => ProposeTermination.Obstacle(agreement, p, today),
        SuccessionProposed p => ProposeSuccession.Obstacle(agreement, p, today),
        AuditorProposed p => ProposeAuditor.Obstacle(agreement, p, today),
        AuditorDismissalProposed p => ProposeAuditorDismissal.Obstacle(agreement, p, today),
        ArrangementProposed p => ProposeArrangement.Obstacle(agreement, p, today),
        SettlementProposed p => ProposeSettlement.Obstacle(agreement, p),
        _ => throw new NotSupportedException($"{content.GetType().Name} has no effect: name it here."),
    };

    /// <summary>The event that follows the third signature.</summary>
    public static LedgerEvent Of(Agreement agreement, IProposed content, DateOnly today) => content switch
    {
        AmendmentProposed p => new AmendmentAnnexed(p.Proposal, agreement.Amendments.Count + 1, today, p.Changes),
        TerminationProposed p => new TerminationAgreed(p.Proposal, p.EndsOn ?? today),
        SuccessionProposed p => new PartySucceeded(p.Proposal, p.Former, p.Code, p.NameTh, p.NameEn, p.Instrument),
        AuditorProposed p => new AuditorAppointed(p.Person, p.Proposal, p.From > today ? p.From : today, p.Until, p.Opens),
        AuditorDismissalProposed p => new AuditorDismissed(p.Person, p.Proposal, today),
        ArrangementProposed p => new ArrangementMade(p.Proposal, p.Reference, p.Cost, p.Work),
        SettlementProposed p => new DisputeSettled(p.Proposal, p.Dispute),
        _ => throw new NotSupportedException($"{content.GetType().Name} has no effect: name it here."),
    };
}
