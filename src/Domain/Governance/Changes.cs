using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>How each event changes the agreement; null for an event that cannot follow.</summary>
internal static class Changes
{
    /// <summary>The agreement as it was signed.</summary>
    public static Agreement Begin(AgreementSigned signed) => new(signed,
        [.. signed.Parties.Select(p => new Party(p.Code, p.NameTh, p.NameEn, [new(p.Representative, signed.SignedOn)], []))],
        signed.Mandates, null, [], [], [], [], [], []);

    /// <summary>The agreement after an event.</summary>
    public static Agreement? After(Agreement a, LedgerEvent e) => e switch
    {
        IProposed proposed when a.Proposal(proposed.Proposal) is null => a with { Proposals = [.. a.Proposals, new(proposed, [], [], null, null)] },
        ProposalSigned signed => On(a, signed.Proposal, p => Signed(a, p, signed)),
        SignatureWithdrawn withdrawn => On(a, withdrawn.Proposal, p => TakenBack(a, p, withdrawn)),
        ProposalWithdrawn withdrawn => On(a, withdrawn.Proposal, p => p with { WithdrawnBy = withdrawn.WithdrawnBy }),
        // Whatever is said to be in effect without three signatures was written by no decider.
        IEffect effect => On(a, effect.Proposal, p => p.Signatures.Count == Proposal.Needed ? p with { Effect = effect } : null) is { } agreed ? InEffect(agreed, e) : null,
        NoticeGiven notice => a with { Notices = [.. a.Notices, notice], Ends = Earlier(a.Ends, notice.EndsOn) },
        RepresentativeNamed named => OnParty(a, named.Party, p => p.With(new(named.Person, named.From))),
        DisputeRaised raised when a.Dispute(raised.Dispute) is null => a with { Disputes = [.. a.Disputes, new(raised, [], null)] },
        DisputeConsidered view => OnDispute(a, view.Dispute, d => d with { Views = [.. d.Views, view] }),
        _ => null,
    };

    private static Agreement? InEffect(Agreement a, LedgerEvent e) => e switch
    {
        AmendmentAnnexed annexed => a with { Amendments = [.. a.Amendments, annexed], Mandates = annexed.Changes.Aggregate(a.Mandates, Changed) },
        TerminationAgreed agreed => a with { Ends = Earlier(a.Ends, agreed.EndsOn) },
        PartySucceeded succeeded => OnParty(a, succeeded.Former, p => p.After(succeeded)),
        AuditorAppointed appointed => a with { Auditors = [.. a.Auditors, new(appointed.Person, appointed.From, appointed.Until, appointed.Proposal, appointed.Opens ?? false)] },
        AuditorDismissed dismissed => a with { Auditors = [.. a.Auditors.Select(d => Dismissed(d, dismissed)).OfType<Auditor>()] },
        ArrangementMade made => a with { Arrangements = [.. a.Arrangements, made] },
        DisputeSettled settled => OnDispute(a, settled.Dispute, d => d with { Settled = settled }),
        _ => null,
    };

    private static ValueList<Mandate> Changed(ValueList<Mandate> mandates, MandateChange c) => c.Change is Change.Granted
        ? [.. mandates, new(c.Clause, c.Party!, c.TextTh!, c.TextEn!)]
        : [.. mandates.Select(m => m.Clause != c.Clause ? m : c.Change is Change.Ended ? null : m with { Party = c.Party ?? m.Party, TextTh = c.TextTh ?? m.TextTh, TextEn = c.TextEn ?? m.TextEn }).OfType<Mandate>()];

    // An appointment that had not begun is as if it had not been made.
    private static Auditor? Dismissed(Auditor auditor, AuditorDismissed dismissed) =>
        auditor.Person != dismissed.Person || !auditor.HoldsFrom(dismissed.From) ? auditor
        : auditor.From < dismissed.From ? auditor with { Until = dismissed.From.AddDays(-1) } : null;

    private static Proposal? Signed(Agreement a, Proposal proposal, ProposalSigned signed) =>
        a.Party(signed.Party) is { } party && a.SignatureOf(party, proposal) is null
            ? proposal with { Signatures = [.. proposal.Signatures, new(signed.Party, signed.SignedBy)] } : null;

    private static Proposal? TakenBack(Agreement a, Proposal proposal, SignatureWithdrawn withdrawn) =>
        a.Party(withdrawn.Party) is { } party && a.SignatureOf(party, proposal) is { } signature
            ? proposal with { Signatures = [.. proposal.Signatures.Where(s => s != signature)], TakenBack = [.. proposal.TakenBack, new(withdrawn.Party, withdrawn.WithdrawnBy)] } : null;

    private static Agreement? On(Agreement a, Guid id, Func<Proposal, Proposal?> change) =>
        a.Proposal(id) is { Open: true } proposal && change(proposal) is { } changed
            ? a with { Proposals = [.. a.Proposals.Select(p => p.Id == id ? changed : p)] } : null;

    private static Agreement? OnParty(Agreement a, string code, Func<Party, Party> change) =>
        a.Party(code) is { } party ? a with { Parties = [.. a.Parties.Select(p => p.Code == party.Code ? change(p) : p)] } : null;

    private static Agreement? OnDispute(Agreement a, Guid id, Func<Dispute, Dispute> change) =>
        a.Dispute(id) is { Settled: null } dispute ? a with { Disputes = [.. a.Disputes.Select(d => d.Id == id ? change(dispute) : d)] } : null;

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } end && end < other ? end : other;
}
